"""Every closed value of the format, in both languages and any letter case."""

from __future__ import annotations

import inspect

import pytest

from generator.notes import codes
from generator.notes.codes import THEMES, ThemeGroup
from generator.source.fields import Code

# The table of the format: code and Chinese label of every value, in its order.
TABLE: dict[type[Code], str] = {
    codes.Stage: "lead 线索 · discovery 需求沟通 · solution_evaluation 方案评估 · pilot 试点 · bid 投标 · commercial 商务 · closed 已关闭",
    codes.Confidentiality: "internal 内部 · restricted 受限",
    codes.DeliveryModel: "standard 标准 · configured 标准加配置 · custom 定制",
    codes.Knowledge: "confirmed 已确认 · inferred 推断 · unknown 未知",
    codes.ProbeKind: "scenario 场景 · impact 影响 · competitor 竞品",
    codes.FitLevel: "standard 标准支持 · config 配置实现 · partner 伙伴提供 · roadmap 路线图 · custom 定制开发 · gap 缺口",
    codes.Severity: "blocker 阻断 · major 重要 · minor 一般",
    codes.EvidenceKind: "customer_case 客户案例 · benchmark 测试数据 · pilot 试点结果 · document 产品文档 · none 无",
    codes.DecisionRole: "economic_buyer 经济决策人 · technical_buyer 技术把关人 · procurement 采购 · user 使用者 · influencer 影响者",
    codes.Corner: "technical 技术 · commercial 商业 · process 流程 · usage 使用",
    codes.Stance: "champion 内部支持者 · supports 支持 · neutral 中立 · opposes 反对 · unknown 未知",
    codes.CommitmentClass: "firm 确定 · uncertain 不确定 · conditional 有条件 · out_of_scope 超范围",
    codes.CommitmentStatus: "open 进行中 · kept 已兑现 · kept_late 逾期兑现 · renegotiated 已重新约定 · broken 未兑现 · withdrawn 客户撤回",
    codes.CommitmentReason: "capability_gap 能力缺口 · estimate 估算偏差 · capacity 资源不足 · third_party 第三方 · customer 客户原因 · changed 需求变化",
    codes.Gives: "answer 答复 · study 评估报告 · capability 能力 · date 日期 · price 价格 · service 服务",
    codes.Channel: "meeting 会议 · demo 演示 · pilot 试点 · proposal 方案书 · bid_response 投标应答 · chat 即时消息",
    codes.Party: "customer 客户 · us 我方 · third_party 第三方",
    codes.RequirementStatus: "unconfirmed 未确认 · confirmed 已确认 · done 已完成 · blocked 受阻 · dropped 取消",
    codes.RiskCategory: "technical_interface 技术-接口 · technical_performance 技术-性能 · technical_data 技术-数据 · technical_security 技术-安全合规 · technical_environment 技术-环境 · technical_third_party 技术-第三方 · schedule 进度 · people 人员 · scope 范围 · commercial 商务",
    codes.Proximity: "before_signature 签约前 · pilot 试点期 · implementation 实施期 · after_go_live 上线后",
    codes.RiskResponse: "avoid 规避 · reduce 减轻 · transfer 转移 · share 共担 · fallback 预案 · accept 接受",
    codes.ObjectionKind: "timeline 周期 · price 价格 · capability 能力 · security 安全 · change 变更成本 · vendor 厂商信任",
    codes.ObjectionResult: "resolved 已化解 · open 未解决 · lost 未能化解",
    codes.LessonKind: "keep 保持 · improve 改进 · start 开始 · stop 停止",
    codes.LessonStatus: "observed 观察 · identified 已识别 · actioned 已落实 · verified 已验证 · retired 已失效",
    codes.LessonScope: "customer 本客户 · industry 行业 · product 产品 · team 团队",
    codes.LessonShare: "team 团队 · company 公司 · restricted 受限",
    codes.ReuseEffect: "helped 有用 · no_effect 无效果 · not_applicable 不适用",
    codes.OutcomeStatus: "open 进行中 · won 赢单 · lost 丢单 · no_decision 无结果 · withdrawn 主动放弃",
    codes.TechnicalResult: "won 赢 · lost 输 · not_tested 未评估",
    codes.ReasonCategory: "price 价格 · capability 能力 · value 价值 · relationship 关系 · timing 时机 · risk 风险 · process 流程 · competitor 竞品 · unknown 未知",
    codes.ReasonSource: "buyer 买方 · seller 销售 · inferred 推断",
    codes.MeetingKind: "discovery 需求沟通 · solution_talk 方案交流 · demo 演示 · pilot_review 试点评审 · bid_presentation 述标",
    codes.ActionStatus: "open 进行中 · done 已完成 · cancelled 已取消",
    codes.Verdict: "met 达标 · missed 未达标 · not_measured 未测",
    codes.ScoredBy: "presales 售前 · sales 销售 · consensus 合议",
    codes.Priority: "high 高 · normal 中 · low 低",
    codes.ShareGroup: "amounts 金额 · needs_middle 中层需求 · case_references 案例 · customer_names 姓名",
    codes.AmountKind: "estimate 估算 · quoted 报价",
}  # fmt: skip
# Values whose labels the format leaves to us.
OTHERS = {codes.NoteLanguage, codes.ThemeGroup, codes.IntelName}


def listed() -> set[type[Code]]:
    classes = (member for _, member in inspect.getmembers(codes, inspect.isclass))
    return {member for member in classes if issubclass(member, Code) and member is not Code}


def test_the_table_names_every_closed_list() -> None:
    assert listed() == set(TABLE) | OTHERS


@pytest.mark.parametrize("closed", TABLE, ids=str)
def test_codes_and_labels_are_those_of_the_format_in_its_order(closed: type[Code]) -> None:
    assert " · ".join(f"{member.value} {member.zh}" for member in closed) == TABLE[closed]


@pytest.mark.parametrize(
    "member", [member for closed in sorted(listed(), key=str) for member in closed], ids=repr
)
def test_a_value_is_read_in_either_language_and_any_letter_case(member: Code) -> None:
    typed = [member.value, member.value.upper(), member.value.title(), member.zh, member.zh.upper()]

    assert [type(member).read(text) for text in typed] == [member] * 5


@pytest.mark.parametrize("closed", sorted(listed(), key=str), ids=str)
def test_no_word_of_a_list_means_two_values(closed: type[Code]) -> None:
    words = [word for member in closed for word in {member.value.lower(), member.zh.lower()}]

    assert len(words) == len(set(words))


def test_themes_are_fifteen_in_five_groups_and_one_for_what_fits_none() -> None:
    counted = {group: sum(theme.group is group for theme in THEMES) for group in ThemeGroup}

    assert list(counted.values()) == [3, 3, 3, 2, 4, 1]
    assert [theme.code for theme in THEMES if theme.group is ThemeGroup.OTHER] == ["other"]
