"""The closed values of the note: English code, Chinese label (NOTE.md, "Closed values")."""

from __future__ import annotations

from dataclasses import dataclass

from generator.source.fields import Code


class Stage(Code):
    """Values of `stage`."""

    LEAD = "lead", "线索"
    DISCOVERY = "discovery", "需求沟通"
    SOLUTION_EVALUATION = "solution_evaluation", "方案评估"
    PILOT = "pilot", "试点"
    BID = "bid", "投标"
    COMMERCIAL = "commercial", "商务"
    CLOSED = "closed", "已关闭"


class Confidentiality(Code):
    """Values of `confidentiality`."""

    INTERNAL = "internal", "内部"
    RESTRICTED = "restricted", "受限"


class DeliveryModel(Code):
    """Values of `deal.delivery_model`."""

    STANDARD = "standard", "标准"
    CONFIGURED = "configured", "标准加配置"
    CUSTOM = "custom", "定制"


class Knowledge(Code):
    """Values of `needs.confidence.*`, `intel.*.status`."""

    CONFIRMED = "confirmed", "已确认"
    INFERRED = "inferred", "推断"
    UNKNOWN = "unknown", "未知"


class ProbeKind(Code):
    """Values of `probes.kind`."""

    SCENARIO = "scenario", "场景"
    IMPACT = "impact", "影响"
    COMPETITOR = "competitor", "竞品"


class FitLevel(Code):
    """Values of `fit.level`."""

    STANDARD = "standard", "标准支持"
    CONFIG = "config", "配置实现"
    PARTNER = "partner", "伙伴提供"
    ROADMAP = "roadmap", "路线图"
    CUSTOM = "custom", "定制开发"
    GAP = "gap", "缺口"


class Severity(Code):
    """Values of `fit.severity`."""

    BLOCKER = "blocker", "阻断"
    MAJOR = "major", "重要"
    MINOR = "minor", "一般"


class EvidenceKind(Code):
    """Values of `evidence.kind`."""

    CUSTOMER_CASE = "customer_case", "客户案例"
    BENCHMARK = "benchmark", "测试数据"
    PILOT = "pilot", "试点结果"
    DOCUMENT = "document", "产品文档"
    NONE = "none", "无"


class DecisionRole(Code):
    """Values of `stakeholders.decision_role`."""

    ECONOMIC_BUYER = "economic_buyer", "经济决策人"
    TECHNICAL_BUYER = "technical_buyer", "技术把关人"
    PROCUREMENT = "procurement", "采购"
    USER = "user", "使用者"
    INFLUENCER = "influencer", "影响者"


class Corner(Code):
    """Values of `stakeholders.corner`."""

    TECHNICAL = "technical", "技术"
    COMMERCIAL = "commercial", "商业"
    PROCESS = "process", "流程"
    USAGE = "usage", "使用"


class Stance(Code):
    """Values of `stakeholders.stance`."""

    CHAMPION = "champion", "内部支持者"
    SUPPORTS = "supports", "支持"
    NEUTRAL = "neutral", "中立"
    OPPOSES = "opposes", "反对"
    UNKNOWN = "unknown", "未知"


class CommitmentClass(Code):
    """Values of `commitments.class`."""

    FIRM = "firm", "确定"
    UNCERTAIN = "uncertain", "不确定"
    CONDITIONAL = "conditional", "有条件"
    OUT_OF_SCOPE = "out_of_scope", "超范围"


class CommitmentStatus(Code):
    """Values of `commitments.status`."""

    OPEN = "open", "进行中"
    KEPT = "kept", "已兑现"
    KEPT_LATE = "kept_late", "逾期兑现"
    RENEGOTIATED = "renegotiated", "已重新约定"
    BROKEN = "broken", "未兑现"
    WITHDRAWN = "withdrawn", "客户撤回"


class CommitmentReason(Code):
    """Values of `commitments.reason`."""

    CAPABILITY_GAP = "capability_gap", "能力缺口"
    ESTIMATE = "estimate", "估算偏差"
    CAPACITY = "capacity", "资源不足"
    THIRD_PARTY = "third_party", "第三方"
    CUSTOMER = "customer", "客户原因"
    CHANGED = "changed", "需求变化"


class Gives(Code):
    """Values of `commitments.gives`."""

    ANSWER = "answer", "答复"
    STUDY = "study", "评估报告"
    CAPABILITY = "capability", "能力"
    DATE = "date", "日期"
    PRICE = "price", "价格"
    SERVICE = "service", "服务"


class Channel(Code):
    """Values of `commitments.channel`."""

    MEETING = "meeting", "会议"
    DEMO = "demo", "演示"
    PILOT = "pilot", "试点"
    PROPOSAL = "proposal", "方案书"
    BID_RESPONSE = "bid_response", "投标应答"
    CHAT = "chat", "即时消息"


class Party(Code):
    """Values of `party`, `side`."""

    CUSTOMER = "customer", "客户"
    US = "us", "我方"
    THIRD_PARTY = "third_party", "第三方"


class RequirementStatus(Code):
    """Values of `landing_requirements.status`."""

    UNCONFIRMED = "unconfirmed", "未确认"
    CONFIRMED = "confirmed", "已确认"
    DONE = "done", "已完成"
    BLOCKED = "blocked", "受阻"
    DROPPED = "dropped", "取消"


class RiskCategory(Code):
    """Values of `risks.category`."""

    TECHNICAL_INTERFACE = "technical_interface", "技术-接口"
    TECHNICAL_PERFORMANCE = "technical_performance", "技术-性能"
    TECHNICAL_DATA = "technical_data", "技术-数据"
    TECHNICAL_SECURITY = "technical_security", "技术-安全合规"
    TECHNICAL_ENVIRONMENT = "technical_environment", "技术-环境"
    TECHNICAL_THIRD_PARTY = "technical_third_party", "技术-第三方"
    SCHEDULE = "schedule", "进度"
    PEOPLE = "people", "人员"
    SCOPE = "scope", "范围"
    COMMERCIAL = "commercial", "商务"


class Proximity(Code):
    """Values of `risks.proximity`."""

    BEFORE_SIGNATURE = "before_signature", "签约前"
    PILOT = "pilot", "试点期"
    IMPLEMENTATION = "implementation", "实施期"
    AFTER_GO_LIVE = "after_go_live", "上线后"


class RiskResponse(Code):
    """Values of `risks.response`."""

    AVOID = "avoid", "规避"
    REDUCE = "reduce", "减轻"
    TRANSFER = "transfer", "转移"
    SHARE = "share", "共担"
    FALLBACK = "fallback", "预案"
    ACCEPT = "accept", "接受"


class ObjectionKind(Code):
    """Values of `objections.kind`."""

    TIMELINE = "timeline", "周期"
    PRICE = "price", "价格"
    CAPABILITY = "capability", "能力"
    SECURITY = "security", "安全"
    CHANGE = "change", "变更成本"
    VENDOR = "vendor", "厂商信任"


class ObjectionResult(Code):
    """Values of `objections.result`."""

    RESOLVED = "resolved", "已化解"
    OPEN = "open", "未解决"
    LOST = "lost", "未能化解"


class LessonKind(Code):
    """Values of `lessons.kind`."""

    KEEP = "keep", "保持"
    IMPROVE = "improve", "改进"
    START = "start", "开始"
    STOP = "stop", "停止"


class LessonStatus(Code):
    """Values of `lessons.status`."""

    OBSERVED = "observed", "观察"
    IDENTIFIED = "identified", "已识别"
    ACTIONED = "actioned", "已落实"
    VERIFIED = "verified", "已验证"
    RETIRED = "retired", "已失效"


class LessonScope(Code):
    """Values of `lessons.scope`."""

    CUSTOMER = "customer", "本客户"
    INDUSTRY = "industry", "行业"
    PRODUCT = "product", "产品"
    TEAM = "team", "团队"


class LessonShare(Code):
    """Values of `lessons.share`."""

    TEAM = "team", "团队"
    COMPANY = "company", "公司"
    RESTRICTED = "restricted", "受限"


class ReuseEffect(Code):
    """Values of `reused_lessons.effect`."""

    HELPED = "helped", "有用"
    NO_EFFECT = "no_effect", "无效果"
    NOT_APPLICABLE = "not_applicable", "不适用"


class OutcomeStatus(Code):
    """Values of `outcome.status`."""

    OPEN = "open", "进行中"
    WON = "won", "赢单"
    LOST = "lost", "丢单"
    NO_DECISION = "no_decision", "无结果"
    WITHDRAWN = "withdrawn", "主动放弃"


class TechnicalResult(Code):
    """Values of `outcome.technical_result`."""

    WON = "won", "赢"
    LOST = "lost", "输"
    NOT_TESTED = "not_tested", "未评估"


class ReasonCategory(Code):
    """Values of `outcome.*.category`."""

    PRICE = "price", "价格"
    CAPABILITY = "capability", "能力"
    VALUE = "value", "价值"
    RELATIONSHIP = "relationship", "关系"
    TIMING = "timing", "时机"
    RISK = "risk", "风险"
    PROCESS = "process", "流程"
    COMPETITOR = "competitor", "竞品"
    UNKNOWN = "unknown", "未知"


class ReasonSource(Code):
    """Values of `outcome.*.source`."""

    BUYER = "buyer", "买方"
    SELLER = "seller", "销售"
    INFERRED = "inferred", "推断"


class MeetingKind(Code):
    """Values of `meetings.kind`."""

    DISCOVERY = "discovery", "需求沟通"
    SOLUTION_TALK = "solution_talk", "方案交流"
    DEMO = "demo", "演示"
    PILOT_REVIEW = "pilot_review", "试点评审"
    BID_PRESENTATION = "bid_presentation", "述标"


class ActionStatus(Code):
    """Values of `action.status`, `next_steps.status`."""

    OPEN = "open", "进行中"
    DONE = "done", "已完成"
    CANCELLED = "cancelled", "已取消"


class Verdict(Code):
    """Values of `pilot.criteria.verdict`."""

    MET = "met", "达标"
    MISSED = "missed", "未达标"
    NOT_MEASURED = "not_measured", "未测"


class ScoredBy(Code):
    """Values of `win_scores.by`."""

    PRESALES = "presales", "售前"
    SALES = "sales", "销售"
    CONSENSUS = "consensus", "合议"


class Priority(Code):
    """Values of `deal.priority`."""

    HIGH = "high", "高"
    NORMAL = "normal", "中"
    LOW = "low", "低"


class ShareGroup(Code):
    """Values of `customer_share.include`."""

    AMOUNTS = "amounts", "金额"
    NEEDS_MIDDLE = "needs_middle", "中层需求"
    CASE_REFERENCES = "case_references", "案例"
    CUSTOMER_NAMES = "customer_names", "姓名"


class AmountKind(Code):
    """Values of `deal.amount_kind`."""

    ESTIMATE = "estimate", "估算"
    QUOTED = "quoted", "报价"


class NoteLanguage(Code):
    """Values of `language`."""

    ZH = "zh", "中文"
    EN = "en", "英文"


class ThemeGroup(Code):
    """The five groups of lesson themes (INSIGHTS.md, section 10) and the one for what fits none."""

    PRODUCT = "product", "专业"
    SOLUTION = "solution", "方案"
    LISTENING = "listening", "倾听"
    MEETING = "meeting", "节奏"
    TEAMWORK = "teamwork", "协同与承诺"
    OTHER = "other", "其他"


class IntelName(Code):
    """Names of intelligence items, as `collaboration.before.got` and `intel` in presales.yaml list them."""

    BUDGET_CEILING = "budget_ceiling", "预算上限"
    DECISION_CHAIN = "decision_chain", "决策链"
    COMPETITORS = "competitors", "竞品"
    TIMELINE = "timeline", "时间表"
    DECISION_CRITERIA = "decision_criteria", "评判标准"
    PROCUREMENT = "procurement", "采购方式"
    PAST_PAINS = "past_pains", "过去的痛处"


@dataclass(frozen=True, slots=True)
class Theme:
    """What a lesson is about. Old codes are never used again for something else."""

    code: str
    zh: str
    en: str
    group: ThemeGroup


THEMES = (
    Theme("product_depth", "产品吃透", "Product depth", ThemeGroup.PRODUCT),
    Theme("evidence", "证据与案例", "Evidence", ThemeGroup.PRODUCT),
    Theme("value_translation", "价值翻译", "Value translation", ThemeGroup.PRODUCT),
    Theme("tailoring", "量体裁衣", "Tailoring", ThemeGroup.SOLUTION),
    Theme("fit_gap", "能力缺口", "Fit and gaps", ThemeGroup.SOLUTION),
    Theme("scope_custom", "范围与定制", "Scope and custom", ThemeGroup.SOLUTION),
    Theme("need_depth", "需求挖掘", "Need depth", ThemeGroup.LISTENING),
    Theme("objection", "异议应对", "Objections", ThemeGroup.LISTENING),
    Theme("respect", "态度与尊重", "Respect", ThemeGroup.LISTENING),
    Theme("rhythm", "节奏把控", "Rhythm", ThemeGroup.MEETING),
    Theme("case_opening", "同业案例开场", "Case opening", ThemeGroup.MEETING),
    Theme("intel_gap", "情报不全", "Intelligence gap", ThemeGroup.TEAMWORK),
    Theme("decision_chain", "决策链覆盖", "Decision chain", ThemeGroup.TEAMWORK),
    Theme("over_promise", "过度承诺", "Over-promise", ThemeGroup.TEAMWORK),
    Theme("follow_through", "跟进与落地", "Follow-through", ThemeGroup.TEAMWORK),
    Theme("other", "其他", "Other", ThemeGroup.OTHER),
)
