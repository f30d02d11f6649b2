/**
 * The state machines, as tables: who may move what from where to where, and under which named guards. What a guard means is not
 * said here; whoever enforces a move looks its guards up by name and refuses names it does not know. `null` is creation, `system`
 * follows from recorded facts. Ids are stored in the record of decisions: never change or reuse one.
 */
import type { Role } from './vocabularies.ts'

export interface Transition {
  readonly id: string
  /** `null` is creation. */
  readonly from: readonly (string | null)[]
  readonly to: string
  readonly by: readonly (Role | 'system')[]
  readonly needsReason: boolean
  readonly guards: readonly string[]
  readonly effects: readonly string[]
}

interface Table {
  readonly initial: string
  readonly states: readonly string[]
  readonly transitions: readonly Transition[]
}

function move(
  id: string,
  from: Transition['from'],
  to: string,
  by: Transition['by'],
  more: Partial<Pick<Transition, 'needsReason' | 'guards' | 'effects'>> = {},
): Transition {
  return { id, from, to, by, needsReason: false, guards: [], effects: [], ...more }
}

export const lifecycleTables = {
  finding: {
    initial: 'draft',
    states: ['draft', 'internal_review', 'shared', 'responded', 'in_dispute', 'finalised', 'withdrawn', 'superseded'],
    transitions: [
      move('FT01', [null], 'draft', ['evaluator']),
      move('FT02', ['draft'], 'internal_review', ['evaluator'], {
        guards: ['actor_is_author', 'required_fields_complete'],
      }),
      move('FT03', ['internal_review'], 'draft', ['evaluator', 'institute_lead'], { needsReason: true }),
      move('FT04', ['internal_review'], 'shared', ['institute_lead'], {
        guards: [
          'peer_review_recorded',
          'peer_reviewer_is_not_author',
          'handling_set',
          'named_recipients_if_red',
          'response_due_set',
        ],
        effects: ['start_response_clock', 'notify_lab'],
      }),
      move('FT05', ['draft'], 'shared', ['institute_lead'], {
        needsReason: true,
        guards: ['urgency_is_urgent', 'second_evaluator_named', 'named_recipients_set', 'title_and_summary_present'],
        effects: ['start_urgent_clock', 'notify_named_recipients_only'],
      }),
      move('FT06', ['shared'], 'responded', ['lab_lead'], {
        guards: ['response_released', 'response_refers_to_current_revision'],
      }),
      move('FT07', ['responded'], 'in_dispute', ['system'], {
        guards: ['position_is_dispute_or_needs_more_evidence_or_open_factual_claim'],
      }),
      move('FT08', ['in_dispute', 'responded'], 'shared', ['evaluator'], {
        needsReason: true,
        guards: ['new_revision_exists'],
        effects: ['mark_response_stale', 'invite_new_response'],
      }),
      move('FT09', ['in_dispute'], 'responded', ['system'], {
        guards: ['latest_position_not_contested', 'no_open_factual_claim'],
      }),
      move('FT10', ['responded'], 'finalised', ['institute_lead'], {
        guards: [
          'no_open_factual_claim',
          'no_open_blocking_thread',
          'redactions_decided_or_deferred',
          'response_current_or_carried_forward',
        ],
        effects: ['freeze_revision'],
      }),
      move('FT11', ['in_dispute'], 'finalised', ['institute_lead'], {
        needsReason: true,
        guards: ['no_open_factual_claim', 'no_open_blocking_thread', 'redactions_decided_or_deferred'],
        effects: ['freeze_revision', 'print_both_positions'],
      }),
      move('FT12', ['shared'], 'finalised', ['institute_lead'], {
        needsReason: true,
        guards: ['response_deadline_passed'],
        effects: ['record_no_response', 'freeze_revision'],
      }),
      move('FT13', ['finalised'], 'shared', ['institute_lead'], {
        needsReason: true,
        effects: ['new_revision', 'keep_old_revision_and_its_signatures'],
      }),
      move('FT14', ['draft', 'internal_review'], 'withdrawn', ['evaluator', 'institute_lead'], {
        needsReason: true,
        guards: ['actor_is_author_or_lead'],
      }),
      move('FT15', ['shared', 'responded', 'in_dispute', 'finalised'], 'withdrawn', ['institute_lead'], {
        needsReason: true,
        effects: ['tombstone_visible_to_both'],
      }),
      move('FT16', ['withdrawn'], 'draft', ['institute_lead'], { needsReason: true }),
      move('FT17', ['shared', 'responded', 'in_dispute', 'finalised'], 'superseded', ['institute_lead'], {
        needsReason: true,
        guards: ['successor_named'],
        effects: ['link_successor'],
      }),
    ],
  },
  labResponse: {
    initial: 'draft',
    states: ['draft', 'lab_review', 'released', 'superseded'],
    transitions: [
      move('LR01', [null], 'draft', ['lab_contributor', 'lab_lead']),
      move('LR02', ['draft'], 'lab_review', ['lab_contributor', 'lab_lead']),
      move('LR03', ['lab_review'], 'draft', ['lab_lead', 'lab_contributor'], { needsReason: true }),
      move('LR04', ['lab_review', 'draft'], 'released', ['lab_lead'], {
        guards: ['position_set', 'statement_present', 'signed_by_lab_lead'],
        effects: ['immutable_from_now', 'visible_to_institute'],
      }),
      move('LR05', ['released'], 'superseded', ['system'], { guards: ['newer_response_released'] }),
    ],
  },
  remediation: {
    initial: 'open',
    states: [
      'not_required',
      'open',
      'planned',
      'claimed',
      'retesting',
      'verified_fixed',
      'partially_fixed',
      'persists',
      'regressed',
      'risk_accepted',
    ],
    transitions: [
      move('RM01', [null], 'open', ['evaluator']),
      move('RM02', [null, 'open'], 'not_required', ['evaluator'], { needsReason: true }),
      move('RM03', ['not_required'], 'open', ['evaluator'], { needsReason: true }),
      move('RM04', ['open', 'persists', 'partially_fixed', 'regressed'], 'planned', ['lab_lead'], {
        guards: ['plan_present', 'due_date_set', 'owner_named'],
      }),
      move('RM05', ['open', 'planned', 'persists', 'partially_fixed', 'regressed'], 'claimed', ['lab_lead'], {
        guards: ['snapshot_named'],
      }),
      move('RM06', ['claimed'], 'retesting', ['evaluator']),
      move('RM07', ['retesting'], 'verified_fixed', ['evaluator'], {
        guards: ['retest_has_evidence', 'second_evaluator_if_risk_high_or_above'],
      }),
      move('RM08', ['retesting'], 'partially_fixed', ['evaluator'], { guards: ['retest_has_evidence'] }),
      move('RM09', ['retesting'], 'persists', ['evaluator'], { guards: ['retest_has_evidence'] }),
      move('RM10', ['verified_fixed'], 'regressed', ['evaluator'], {
        guards: ['retest_has_evidence', 'newer_snapshot'],
      }),
      move(
        'RM11',
        ['open', 'planned', 'partially_fixed', 'persists', 'regressed'],
        'risk_accepted',
        ['institute_lead'],
        {
          needsReason: true,
          guards: ['requested_by_lab_lead', 'expiry_within_12_months'],
          effects: ['institute_acknowledges_not_approves'],
        },
      ),
      move('RM12', ['risk_accepted'], 'open', ['system', 'institute_lead'], { guards: ['expired_or_reason'] }),
    ],
  },
  report: {
    initial: 'draft',
    states: [
      'draft',
      'fact_check',
      'signing',
      'signed',
      'released_restricted',
      'released_public',
      'superseded',
      'withdrawn',
    ],
    transitions: [
      move('RP01', [null], 'draft', ['evaluator', 'institute_lead']),
      move('RP02', ['draft'], 'fact_check', ['institute_lead'], {
        guards: ['every_finding_shared_or_later', 'window_end_set'],
        effects: ['notify_lab'],
      }),
      move('RP03', ['fact_check'], 'draft', ['institute_lead'], { needsReason: true }),
      move('RP04', ['fact_check'], 'signing', ['institute_lead'], {
        guards: [
          'all_findings_finalised',
          'no_open_factual_claim_on_report',
          'no_undecided_redaction',
          'no_open_blocking_thread',
          'all_evidence_present_and_hashes_match',
          'scheme_chosen',
        ],
        effects: ['freeze_snapshot', 'compute_digest'],
      }),
      move('RP05', ['draft'], 'signing', ['institute_lead'], {
        needsReason: true,
        guards: [
          'fact_check_waived_with_reason',
          'all_findings_finalised',
          'all_evidence_present_and_hashes_match',
          'scheme_chosen',
        ],
        effects: ['freeze_snapshot', 'compute_digest'],
      }),
      move('RP06', ['signing'], 'draft', ['institute_lead', 'system'], {
        needsReason: true,
        guards: ['recalled_or_declined'],
        effects: ['keep_signatures_marked_recalled', 'new_revision'],
      }),
      move('RP07', ['signing'], 'signed', ['system'], {
        guards: ['all_required_steps_signed', 'steps_in_order', 'digests_match', 'author_differs_from_reviewer'],
      }),
      move('RP08', ['signed'], 'released_restricted', ['institute_lead'], {
        guards: ['recipients_named', 'handling_set'],
        effects: ['build_package', 'record_release'],
      }),
      move('RP09', ['released_restricted'], 'released_public', ['institute_lead'], {
        guards: [
          'embargo_ended_or_lab_consent',
          'public_profile_built_by_allow_list',
          'public_digest_signed_by_institute_lead',
        ],
        effects: ['record_release'],
      }),
      move('RP10', ['signed', 'released_restricted', 'released_public'], 'superseded', ['system'], {
        guards: ['newer_version_at_same_level'],
      }),
      move('RP11', ['signing', 'signed', 'released_restricted', 'released_public'], 'withdrawn', ['institute_lead'], {
        needsReason: true,
        guards: ['signed_withdrawal_notice'],
        effects: ['tombstone'],
      }),
    ],
  },
  redaction: {
    initial: 'requested',
    states: ['requested', 'substitute_offered', 'accepted', 'rejected', 'withdrawn', 'lifted'],
    transitions: [
      move('RD01', [null], 'requested', ['lab_contributor', 'lab_lead', 'evaluator', 'institute_lead'], {
        guards: ['reason_class_set', 'reason_text_present'],
      }),
      move('RD02', ['requested'], 'substitute_offered', ['evaluator', 'institute_lead', 'lab_lead'], {
        guards: ['actor_on_deciding_side'],
      }),
      move('RD03', ['requested', 'substitute_offered'], 'accepted', ['institute_lead', 'lab_lead'], {
        guards: ['actor_is_decider'],
      }),
      move('RD04', ['requested', 'substitute_offered'], 'rejected', ['institute_lead', 'lab_lead'], {
        needsReason: true,
        guards: ['actor_is_decider'],
      }),
      move(
        'RD05',
        ['requested', 'substitute_offered'],
        'withdrawn',
        ['lab_contributor', 'lab_lead', 'evaluator', 'institute_lead'],
        { guards: ['actor_org_is_requester_org'] },
      ),
      move('RD06', ['accepted'], 'lifted', ['institute_lead', 'lab_lead'], {
        needsReason: true,
        guards: ['actor_is_decider', 'only_in_a_new_public_version'],
      }),
    ],
  },
  thread: {
    initial: 'open',
    states: ['open', 'resolved', 'detached'],
    transitions: [
      move('TH01', [null], 'open', ['evaluator', 'institute_lead', 'lab_contributor', 'lab_lead', 'observer'], {
        guards: ['audience_includes_actor'],
      }),
      move('TH02', ['open', 'detached'], 'resolved', ['evaluator', 'institute_lead', 'lab_contributor', 'lab_lead'], {
        guards: ['if_blocking_then_raiser_or_institute_lead_with_reason'],
      }),
      move('TH03', ['resolved'], 'open', ['evaluator', 'institute_lead', 'lab_contributor', 'lab_lead']),
      move('TH04', ['open'], 'detached', ['system'], { guards: ['anchor_text_gone'] }),
      move('TH05', ['detached'], 'open', ['evaluator', 'institute_lead', 'lab_contributor', 'lab_lead'], {
        guards: ['re_anchored'],
      }),
    ],
  },
  embargo: {
    initial: 'none',
    states: ['none', 'proposed', 'active', 'revise', 'ended'],
    transitions: [
      move('EM01', ['none'], 'proposed', ['institute_lead', 'lab_lead']),
      move('EM02', ['proposed'], 'active', ['system'], { guards: ['every_required_party_is_signatory'] }),
      move('EM03', ['proposed'], 'none', ['institute_lead', 'lab_lead'], { needsReason: true }),
      move('EM04', ['active'], 'revise', ['institute_lead', 'lab_lead'], { effects: ['old_terms_stay_in_force'] }),
      move('EM05', ['revise'], 'active', ['system'], { guards: ['accepted_by_all_or_rejected'] }),
      move('EM06', ['active', 'revise'], 'ended', ['system', 'institute_lead'], {
        guards: ['date_reached_or_model_public_or_both_leads_agree'],
        effects: ['nothing_is_published_automatically'],
      }),
    ],
  },
} as const satisfies Record<string, Table>
