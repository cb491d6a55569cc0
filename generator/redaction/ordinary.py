"""Words that are often a part of a name and seldom one by themselves."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Given names and surnames that English also uses as words, and months.
WORDS = frozenset(
    _words(
        "may june april august summer autumn will mark bill art rob sue grace hope faith joy rich frank jack "
        "drew ray dean grant chase wade lane rose young long short black white brown green gray grey king "
        "page price day best good wise poor strong hand foot head field wood stone hill rivers lake park "
        "church mill bell cook baker smith carpenter mason miller potter taylor weaver fisher hunter porter "
        "butler carter cooper parker walker turner sharp swift small little noble power close case banks "
        "wells holland england china france paris london ash reed moss pope bishop abbott christian major "
        "miles penny robin dale glen heath cliff forest harbour harbor quay north south east west the and our "
        "your they them she him her his its who this that these those not you one two"
    )
)
# What companies of a trade or a place have in common.
TRADES = frozenset(
    _words(
        "ltd limited inc incorporated llc llp plc gmbh kg ag sa sas bv nv oy ab as spa srl corp corporation "
        "co company group holding holdings international global worldwide national royal united general first "
        "new bank banking insurance energy power water gas utilities foods food logistics transport shipping "
        "data cloud system systems software technology technologies tech digital networks network services "
        "service solutions consulting partners retail stores clinics clinic hospital health healthcare "
        "medical pharma university college school city county council ministry department office motors "
        "automotive auto machinery machine machining precision engineering industries industrial "
        "manufacturing electric electronics chemicals steel works tools media telecom airlines rail railway "
        "hotels property estate construction tender iot mes erp crm wms pilot team trade trading europe "
        "european asia asian pacific american america british germany german french italian spain spanish "
        "northern southern eastern western central"
    )
)
# Longest first: 股份有限公司 goes before 公司.
LEGAL_ENDINGS = _words(
    "股份有限公司 有限责任公司 集团有限公司 控股有限公司 有限公司 集团公司 分公司 公司 集团 控股 股份"
)
TRADE_ENDINGS = _words(
    "大数据局 大数据 生鲜 连锁 便利 银行 医院 精密 机械 食品 零售 商贸 贸易 百货 超市 餐饮 汽车 "
    "汽配 药业 制药 医药 地产 置业 物业 软件 数据 系统 科技 技术 信息 网络 通信 电子 电器 电气 "
    "能源 电力 石化 化工 钢铁 材料 重工 制造 实业 工业 建设 建筑 工程 物流 航空 铁路 交通 港口 "
    "保险 证券 基金 信托 金融 大学 学院 中学 学校 传媒 教育 咨询 服务 招标 智能 仪器 设备 自动化 "
    "研究院 商业 水务 燃气 热力 农商 城商 农商行 城商行 云 局 厅 委"
)
PLACES = frozenset(
    _words(
        "中国 中华 国家 全国 国际 北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 "
        "江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 "
        "香港 澳门 台湾 深圳 广州 杭州 南京 苏州 无锡 宁波 武汉 成都 长沙 西安 郑州 青岛 济南 厦门 "
        "福州 合肥 沈阳 大连 华东 华南 华北 华中 西南 西北 东北 中央 地方 联合 第一 工商 农业 建设 "
        "交通 招商 人民 中心 市"
    )
)
TITLES = _words(
    "总监 总裁 总 工程师 工 董事长 董事 董 经理 主任 部长 院长 处长 科长 局长 厅长 行长 厂长 校长 "
    "会长 组长 主管 老师 教授 博士 女士 先生 书记 秘书 医生 护士长"
)
DOUBLE_SURNAMES = frozenset(
    _words("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 端木 夏侯")
)
DEPARTMENT_ENDINGS = _words("部 部门 组 中心 科 室 处 所 司 院 团队 班 车间 厂 方 厂商 公司")
# Surnames that end other words: 双方, 允许, 任何, 每周, 提高.
AMBIGUOUS_SURNAMES = frozenset("方许何周高田石严易于和时成全任万经程白黄金段安路水沙江海项管解应相常平明")
DEPARTMENTS = frozenset(
    _words(
        "delivery sales presales finance legal product products engineering support procurement purchasing it "
        "operations security hr marketing management customer client vendor supplier partner team board "
        "quality research development r&d service services logistics production planning"
    )
)
