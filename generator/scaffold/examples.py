"""Examples in English of the keys that a new note shows as comments; the types carry the Chinese ones."""

from __future__ import annotations

EXAMPLES_EN = {
    "title": "Harbour Works · connected machines",
    "language": "en",
    "confidentiality": "internal",
    "reviewed_by": "Zhou Qi",
    "stage": "solution_evaluation",
    "deal": "{amount: 1.18 million, delivery_model: configured}",
    "background": "the customer connects two lines this year",
    "notes": "the maintenance head is on leave next week",
    "fit": "[{capability: device gateway, technology: buffers 72 hours, scenario: a stop at night calls the foreman, value: from 40 to 10 minutes, level: standard}]",
    "stakeholders": "[{role: VP production, decision_role: economic_buyer, corner: commercial, cares_about: cost, stance: supports, met: yes}]",
    "intel": "{budget_ceiling: {status: unknown, known_before: no}, decision_chain: {status: confirmed, known_before: yes}}",
    "landing_requirements": "[{item: network and power on the pilot line, party: customer, owner_role: maintenance, needed_by: 2026-07-20, shareable: yes}]",
    "risks": "[{event: old controllers stay closed, category: technical_interface, probability: 4, impact: 4}]",
    "assumptions": "[{text: the customer provides a read-only account, shareable: yes}]",
    "meetings": "[{on: 2026-05-20, kind: solution_talk, minutes: 30, planned_split: [5, 20, 5], actual_split: [9, 19, 2]}]",
    "objections": "[{raised_by: IT manager, text: roll-out takes too long, kind: timeline, acknowledged: yes, result: resolved}]",
    "options": "[{name: connection only, cost: 680000, weeks: 4}]",
    "roi": "{investment: 980000, benefits: [{item: fewer stops, quantity: 240, unit: hours a year, unit_value: 2600}]}",
    "milestones": "[{id: M1, name: site survey, start: 2026-07-06, end: 2026-07-17}]",
    "pilot": "{started_on: 2026-07-20}",
    "collaboration": "{before: {held: yes, on: 2026-05-19, got: [decision_chain]}, during: {sales_present: yes}}",
    "win_scores": "[{by: presales, p: 45, on: 2026-05-20, basis: budget unknown}]",
    "reused_lessons": "[{id: 2026-03-helan-wms/L2, effect: helped}]",
    "repeats": "[2026-03-helan-wms/L2]",
    "attachments": "[{file: line-3.png, caption: line 3}]",
    "customer_share": "{approved_by: Zhou Qi, on: 2026-06-01}",
}
EXAMPLES_ZH = {
    "fit": "[{capability: 设备联网网关, technology: 断网续传 72 小时, scenario: 夜班停机自动派单, value: 响应由 40 分钟降到 10 分钟, level: 标准支持}]",
    "stakeholders": "[{role: 生产副总, decision_role: 经济决策人, corner: 商业, cares_about: 成本可控, stance: 支持, met: 是}]",
    "intel": "{budget_ceiling: {status: 未知, known_before: 否}, decision_chain: {status: 已确认, known_before: 是}}",
    "landing_requirements": "[{item: 试点产线网络点位与电源, party: 客户, owner_role: 设备科, needed_by: 2026-07-20, shareable: 是}]",
    "roi": "{investment: 98万, benefits: [{item: 减少停机, quantity: 240, unit: 小时/年, unit_value: 2600}]}",
    "milestones": "[{id: M1, name: 现场勘查, start: 2026-07-06, end: 2026-07-17}]",
    "collaboration": "{before: {held: 是, on: 2026-05-19, got: [decision_chain]}, during: {sales_present: 是}}",
    "win_scores": "[{by: 售前, p: 45, on: 2026-05-20, basis: 预算不明}]",
    "meetings": "[{on: 2026-05-20, kind: 方案交流, minutes: 30, planned_split: [5, 20, 5], actual_split: [9, 19, 2]}]",
    "objections": "[{raised_by: 信息部经理, text: 上线周期太长, kind: 周期, acknowledged: 是, result: 已化解}]",
}
