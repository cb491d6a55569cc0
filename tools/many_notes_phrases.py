"""Phrases of the notes that `tools.many_notes` makes, in both languages; {} takes a thing, a place or a figure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Everything that a note says in one language. things, places and figures fill the places in the others."""

    joint: str
    customers: tuple[str, ...]
    industries: tuple[str, ...]
    regions: tuple[str, ...]
    products: tuple[str, ...]
    people: tuple[str, ...]
    roles: tuple[str, ...]
    things: tuple[str, ...]
    places: tuple[str, ...]
    figures: tuple[str, ...]
    sentences: tuple[str, ...]
    lessons: tuple[str, ...]
    occasions: tuple[str, ...]
    reasons: tuple[str, ...]
    events: tuple[str, ...]
    promises: tuple[str, ...]
    objections: tuple[str, ...]
    answers: tuple[str, ...]
    steps: tuple[str, ...]


CHINESE = Phrases(
    joint="；",
    customers=("青岚精工", "澄江水务", "远屿物流", "松原乳业", "北麓电气", "望海港务", "云汀医院", "安阜银行", "岱山化工", "竹里零售"),
    industries=("离散制造", "流程制造", "银行", "医疗", "零售", "物流", "水务", "电力", "港口", "食品"),
    regions=("华东", "华南", "华北", "西南", "东北"),
    products=("设备联网网关", "预测维护", "数据集成平台", "数据脱敏网关", "运营看板", "能耗管理"),
    people=("林岚", "周启", "许昀", "沈越", "陶然", "何笙"),
    roles=("生产副总", "信息部经理", "设备科主管", "采购专员", "财务总监", "运维组长", "数据中心架构主管"),
    things=("老控制器的协议", "MES 写回接口", "夜班停机记录", "试点产线的网络点位", "历史报警数据", "三方接口文档", "国产化适配证书",
            "脱敏规则清单", "班组长手机端", "能耗分项计量", "备件库存口径", "点检表单", "单点登录", "离线缓存", "工单派发规则", "质检图片归档"),
    places=("三号线", "一分厂", "二期厂房", "灾备机房", "总部数据中心", "城南门店", "冷链中心", "码头前沿", "中控室", "注塑车间"),
    figures=("12 台", "40 分钟", "每小时 2600 元", "95%", "六周", "18 万", "三个班次", "7.4%", "每天 38 MB", "两个季度"),
    sentences=("{1}的{0}目前靠人工抄录，{2}才能汇总一次", "对方希望{0}先在{1}跑通，目标是{2}", "{0}由{1}自己维护，改一次要{2}",
               "去年{1}因为{0}出过事故，损失{2}", "{1}已经有一套旧系统，{0}只能导出表格，每次{2}"),
    lessons=("没问清{0}就报了方案，{1}返工{2}", "先去{1}看现场再谈{0}，省下{2}的争论", "{0}的口径当场写在白板上，{1}的人立刻认可{2}",
             "讲{0}时没有{1}的案例，对方追问{2}答不上来", "把{0}拆成{1}先行、其余后补，客户接受了{2}", "{1}的评审会拖了{2}，因为{0}没有提前发",
             "答应{0}之前没有问交付，{1}只能晚{2}", "用{1}自己的{2}讲{0}，副总当场问起了合同", "{0}的缺口拖到{1}试点才说，显得像借口，损失{2}",
             "{1}的采购没有见过，{0}谈完还要等{2}"),
    occasions=("涉及{0}的首次交流", "在{1}做演示之前", "报价前还不清楚{0}", "客户追问{2}的来历时", "{1}要求书面答复时"),
    reasons=("战前会只过了技术，没有人问{0}", "销售知道{2}，但没有写进纪要", "{1}的联系人换过，{0}没有交接", "怕冷场，先答了{0}再说"),
    events=("{0}不开放，{1}采集不到关键信号", "{1}停电窗口只有{2}，来不及做{0}", "{0}改版后{1}的报表对不上", "第三方不配合{0}，{1}上线推迟{2}"),
    promises=("{1}的{0}在{2}内给书面答复", "{0}包含在报价里", "{1}试点上线不超过{2}", "{0}可以配置实现"),
    objections=("{0}的上线周期太长", "{1}上次做{0}失败过", "{2}的费用说不过去", "凭什么相信{0}能到{2}", "{0}出了问题谁负责"),
    answers=("{1}已有{2}的实测", "先做{0}，{1}二期再谈", "把{0}写进验收清单", "拆成勘查、单线、扩线三步", "由{1}的班组先试用两周"),
    steps=("约{1}看{0}", "把{0}的清单发给对方", "和{1}确认{2}的口径", "三方一起过一遍{0}"),
)  # fmt: skip

ENGLISH = Phrases(
    joint="; ",
    customers=("Alder Marine", "Brook Dairies", "Carrow Rail", "Dunmore Steel", "Elm Street Clinics", "Fairway Foods", "Glenn Water", "Hollis Bank", "Ingram Stores", "Juniper Power"),
    industries=("machining", "chemicals", "banking", "health", "retail", "logistics", "water", "energy", "ports", "food"),
    regions=("Northern Europe", "Iberia", "the Midlands", "Benelux", "the Alps"),
    products=("device gateway", "predictive maintenance", "integration platform", "masking gateway", "operations board", "energy ledger"),
    people=("Maya Lind", "Tom Okafor", "Ines Duarte", "Paul Brandt", "Sara Holm", "Ravi Nair"),
    roles=("head of production", "head of IT", "maintenance lead", "buyer", "finance director", "shift lead", "data architect"),
    things=("the old controllers", "the write-back to the MES", "the night-shift stop log", "the network drops of the pilot line", "the alarm history", "the interface document",
            "the security questionnaire", "the masking rules", "the foreman's phone view", "the energy meters", "the spare-part counts", "the inspection forms",
            "single sign-on", "the offline buffer", "the work-order rules", "the image archive"),
    places=("line three", "the north plant", "the second hall", "the recovery site", "the main data centre", "the harbour store", "the cold store", "the quay", "the control room", "the moulding shop"),
    figures=("12 machines", "40 minutes", "EUR 2,600 an hour", "95 %", "six weeks", "EUR 180,000", "three shifts", "7.4 %", "38 MB a day", "two quarters"),
    sentences=("{0} at {1} is copied by hand and summed up after {2}", "they want {0} to run at {1} first, the aim is {2}", "{1} maintains {0} itself, a change takes {2}",
               "last year {0} failed at {1} and cost {2}", "{1} has an older system that exports {0} as tables of {2}"),
    lessons=("offered before asking about {0}; {1} had to be planned again for {2}", "walked {1} before talking about {0} and saved a dispute over {2}",
             "wrote the definition of {0} on the board; the people of {1} accepted {2} at once", "had no case for {0} at {1} and could not answer where {2} came from",
             "split {0}: {1} first, the rest later; the customer took {2}", "the review at {1} slipped by {2} because {0} was not sent ahead",
             "promised {0} without asking delivery; {1} was late by {2}", "used {2} of {1} to explain {0}; the director asked for the contract",
             "named the gap in {0} only in the pilot at {1}; it sounded like an excuse and cost {2}", "never met the buyer of {1}; {0} waited another {2}"),
    occasions=("the first talk about {0}", "before a demo at {1}", "a quote is due and {0} is unknown", "somebody asks where {2} comes from", "{1} wants it in writing"),
    reasons=("the preparation covered technology only, nobody asked about {0}", "sales knew of {2}, but it was not in the minutes", "the contact at {1} changed and {0} was not handed over", "afraid of silence, we answered on {0} at once"),
    events=("{0} stay closed and {1} gives no signal", "{1} can stop for {2} only, too short for {0}", "a new version of {0} breaks the reports of {1}", "the third party delays {0} and {1} goes live {2} late"),
    promises=("a written answer on {0} for {1} within {2}", "{0} is in the price", "the pilot at {1} takes at most {2}", "{0} can be configured"),
    objections=("{0} takes too long to introduce", "{1} has failed with {0} before", "{2} is hard to justify", "why should {0} reach {2}", "who answers when {0} fails"),
    answers=("{1} has measured {2}", "{0} first, {1} in a second phase", "put {0} on the acceptance list", "a visit, one line, then the rest", "the shift of {1} tries it for two weeks"),
    steps=("visit {1} to see {0}", "send the list of {0}", "agree on {2} with {1}", "go through {0} with all three parties"),
)  # fmt: skip

# What ends some texts: characters that mean something to Markdown, XML, YAML or a spreadsheet.
AWKWARD = (
    " *",
    " _x_",
    " <b>",
    " & co",
    " | 2",
    " `a`",
    " #1",
    ": yes",
    " {{ x }}",
    " \\",
    " [a](b)",
    " =1+1",
    " “q”",
    " ~5",
    " $x$",
    " - ",
)
