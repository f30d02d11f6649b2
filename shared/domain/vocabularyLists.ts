/**
 * Every controlled list, with its labels in English and German. Ids are stored and signed: never change or reuse one.
 * Labels are for the screen and may be improved. Notes explain an entry where the label alone would not.
 *
 * Sources: levels and risk NIST SP 800-30 Rev. 1; handling labels TLP 2.0 (FIRST), which are never translated; NIST AI 600-1 (July 2024);
 * OWASP Top 10 for LLM Applications 2025 and OWASP Top 10 for Agentic Applications 2026 (CC BY-SA 4.0, names only). Names of outside
 * lists stay as published, in every language. MITRE ATLAS is in `mitreAtlas.ts`.
 */

export interface VocabularyEntry {
  readonly id: string
  readonly en: string
  readonly de: string
  readonly note?: { readonly en: string; readonly de: string }
}

/** Version of each outside list whose ids are stored; kept beside the ids wherever they leave the app. */
export const vocabularyVersions = {
  nistAi600_1: 'NIST AI 600-1, July 2024',
  owaspLlm: '2025',
  owaspAgentic: '2026 (published December 2025)',
} as const

export const vocabularyLists = {
  level: [
    { id: 'very_low', en: 'Very low', de: 'Sehr gering', note: { en: '0-4', de: '0-4' } },
    { id: 'low', en: 'Low', de: 'Gering', note: { en: '5-20', de: '5-20' } },
    { id: 'moderate', en: 'Moderate', de: 'Mittel', note: { en: '21-79', de: '21-79' } },
    { id: 'high', en: 'High', de: 'Hoch', note: { en: '80-95', de: '80-95' } },
    { id: 'very_high', en: 'Very high', de: 'Sehr hoch', note: { en: '96-100', de: '96-100' } },
  ],

  confidence: [
    {
      id: 'low',
      en: 'Low',
      de: 'Gering',
      note: {
        en: 'Plausible; little or indirect evidence, or results not repeated',
        de: 'Plausibel; wenige oder indirekte Belege, oder Ergebnisse nicht wiederholt',
      },
    },
    {
      id: 'moderate',
      en: 'Moderate',
      de: 'Mittel',
      note: {
        en: 'Credible evidence, some gaps or small samples',
        de: 'Glaubwürdige Belege, einige Lücken oder kleine Stichproben',
      },
    },
    {
      id: 'high',
      en: 'High',
      de: 'Hoch',
      note: {
        en: 'Several independent lines of evidence or a repeated, checked result',
        de: 'Mehrere unabhängige Belege oder ein wiederholtes, überprüftes Ergebnis',
      },
    },
  ],

  role: [
    { id: 'evaluator', en: 'Evaluator', de: 'Prüferin/Prüfer' },
    { id: 'institute_lead', en: 'Institute lead', de: 'Leitung Institut' },
    { id: 'lab_contributor', en: 'Lab contributor', de: 'Mitarbeit Labor' },
    { id: 'lab_lead', en: 'Lab lead', de: 'Leitung Labor' },
    { id: 'observer', en: 'Observer', de: 'Beobachtung' },
    { id: 'administrator', en: 'Administrator', de: 'Administration' },
  ],

  phase: [
    { id: 'pre_deployment', en: 'Before release', de: 'Vor der Freigabe' },
    { id: 'post_deployment', en: 'After release', de: 'Nach der Freigabe' },
    { id: 'both', en: 'Both', de: 'Beides' },
  ],

  domain: [
    { id: 'chem_bio', en: 'Chemistry and biology', de: 'Chemie und Biologie' },
    { id: 'radiological_nuclear', en: 'Radiological and nuclear', de: 'Radiologisch und nuklear' },
    { id: 'cyber', en: 'Cyber', de: 'Cyber' },
    { id: 'autonomy_ai_rd', en: 'Software and AI R&D autonomy', de: 'Software- und KI-Forschung, Autonomie' },
    { id: 'loss_of_control', en: 'Control and alignment', de: 'Kontrolle und Ausrichtung' },
    { id: 'safeguards', en: 'Safeguards', de: 'Schutzmaßnahmen' },
    { id: 'agent_security', en: 'Agent security', de: 'Sicherheit von Agenten' },
    { id: 'societal', en: 'Societal impact', de: 'Gesellschaftliche Wirkung' },
    { id: 'measurement_validity', en: 'Validity of measurement', de: 'Gültigkeit der Messung' },
    { id: 'process', en: 'Process and governance', de: 'Verfahren und Steuerung' },
  ],

  findingType: [
    { id: 'capability', en: 'Capability', de: 'Fähigkeit' },
    { id: 'safeguard_weakness', en: 'Safeguard weakness', de: 'Schwäche einer Schutzmaßnahme' },
    { id: 'agent_security', en: 'Agent security weakness', de: 'Schwäche bei Agenten' },
    { id: 'alignment_behaviour', en: 'Unwanted behaviour', de: 'Unerwünschtes Verhalten' },
    { id: 'societal_impact', en: 'Societal impact', de: 'Gesellschaftliche Wirkung' },
    { id: 'measurement_validity', en: 'Limits of measurement', de: 'Grenzen der Messung' },
    { id: 'process', en: 'Process', de: 'Verfahren' },
  ],

  claimType: [
    { id: 'capability_elicitation', en: 'What the model can do', de: 'Was das Modell kann' },
    { id: 'safeguard_performance', en: 'What safeguards stop', de: 'Was Schutzmaßnahmen verhindern' },
    { id: 'comparison', en: 'Comparison with a reference', de: 'Vergleich mit Referenz' },
    { id: 'propensity', en: 'What the model tends to do', de: 'Wozu das Modell neigt' },
    { id: 'validity', en: 'How far results can be trusted', de: 'Wie belastbar Ergebnisse sind' },
  ],

  technique: [
    { id: 'automated_benchmark', en: 'Automated benchmark', de: 'Automatischer Test' },
    { id: 'agent_tasks', en: 'Agent tasks', de: 'Agentenaufgaben' },
    { id: 'expert_graded_questions', en: 'Expert-graded questions', de: 'Von Fachleuten bewertete Fragen' },
    { id: 'expert_red_team', en: 'Expert red team', de: 'Red Team' },
    { id: 'automated_red_team', en: 'Automated red team', de: 'Automatisches Red Team' },
    { id: 'human_uplift_study', en: 'Human uplift study', de: 'Studie mit Menschen' },
    { id: 'simulated_users', en: 'Simulated users', de: 'Simulierte Nutzende' },
    { id: 'transcript_review', en: 'Transcript review', de: 'Durchsicht von Mitschriften' },
    { id: 'document_review', en: 'Review of developer evidence', de: 'Prüfung von Entwicklerunterlagen' },
    { id: 'survey', en: 'Survey', de: 'Befragung' },
  ],

  threatActor: [
    { id: 'non_malicious_user', en: 'Ordinary user', de: 'Gewöhnliche Nutzung' },
    { id: 'novice_individual', en: 'Novice', de: 'Laie' },
    { id: 'skilled_individual', en: 'Skilled individual', de: 'Erfahrene Einzelperson' },
    { id: 'organised_group', en: 'Organised group', de: 'Organisierte Gruppe' },
    { id: 'state_linked', en: 'State-linked group', de: 'Staatsnahe Gruppe' },
    { id: 'insider', en: 'Insider', de: 'Innentäter' },
    { id: 'model_itself', en: 'The model itself', de: 'Das Modell selbst' },
  ],

  accessLevel: [
    { id: 'public', en: 'Public product', de: 'Öffentliches Produkt' },
    { id: 'safeguarded', en: 'Pre-release, safeguards on', de: 'Vorabzugang mit Schutz' },
    { id: 'helpful_only', en: 'Safeguards off', de: 'Ohne Schutz' },
    { id: 'reasoning_trace', en: 'Readable reasoning', de: 'Lesbare Begründungen' },
    { id: 'fine_tuning', en: 'Fine-tuning', de: 'Feinabstimmung' },
    { id: 'weights', en: 'Weights', de: 'Gewichte' },
    { id: 'documents_only', en: 'Documents only', de: 'Nur Unterlagen' },
  ],

  validityCheck: [
    { id: 'contamination', en: 'Test data in training', de: 'Testdaten im Training' },
    { id: 'reward_hacking', en: 'Score gained without solving', de: 'Punkte ohne Lösung' },
    { id: 'refusals', en: 'Refusals hide ability', de: 'Verweigerung verdeckt Können' },
    { id: 'broken_tasks', en: 'Faulty tasks', de: 'Fehlerhafte Aufgaben' },
    { id: 'sandbagging', en: 'Deliberate underperformance', de: 'Absichtliche Minderleistung' },
    { id: 'evaluation_awareness', en: 'Model suspects a test', de: 'Modell vermutet Test' },
    { id: 'grader_error', en: 'Grading errors', de: 'Bewertungsfehler' },
    { id: 'scaffold_failure', en: 'Tool or environment fault', de: 'Fehler der Umgebung' },
    { id: 'other', en: 'Other', de: 'Sonstiges' },
  ],

  validityOutcome: [
    { id: 'passed', en: 'Passed', de: 'Bestanden' },
    { id: 'handled', en: 'Handled', de: 'Behandelt' },
    { id: 'concern', en: 'Concern', de: 'Bedenken' },
    { id: 'partly_failed', en: 'Partly failed', de: 'Teilweise nicht bestanden' },
    { id: 'failed_then_repeated', en: 'Failed, repeated', de: 'Fehlgeschlagen, wiederholt' },
    { id: 'inconclusive', en: 'Inconclusive', de: 'Offen' },
    { id: 'pending', en: 'Pending', de: 'Ausstehend' },
    { id: 'not_applicable', en: 'Not applicable', de: 'Nicht anwendbar' },
    { id: 'is_the_finding', en: 'Is the finding', de: 'Ist der Befund' },
  ],

  findingStatus: [
    { id: 'draft', en: 'Draft', de: 'Entwurf', note: { en: 'Institute only', de: 'Nur Institut' } },
    {
      id: 'internal_review',
      en: 'Internal review',
      de: 'Interne Prüfung',
      note: { en: 'Institute only', de: 'Nur Institut' },
    },
    {
      id: 'shared',
      en: 'Shared with lab',
      de: 'Dem Labor vorgelegt',
      note: { en: 'Response clock runs', de: 'Antwortfrist läuft' },
    },
    { id: 'responded', en: 'Lab has responded', de: 'Labor hat geantwortet' },
    {
      id: 'in_dispute',
      en: 'In dispute',
      de: 'Strittig',
      note: { en: 'Open claim or contested position', de: 'Offene Richtigstellung oder strittige Position' },
    },
    {
      id: 'finalised',
      en: 'Final',
      de: 'Abgeschlossen',
      note: { en: 'Text frozen for a report', de: 'Text für einen Bericht eingefroren' },
    },
    { id: 'withdrawn', en: 'Withdrawn', de: 'Zurückgezogen', note: { en: 'Reason kept', de: 'Grund bleibt erhalten' } },
    {
      id: 'superseded',
      en: 'Superseded',
      de: 'Ersetzt',
      note: { en: 'Points to successor', de: 'Verweist auf den Nachfolger' },
    },
  ],

  remediationState: [
    { id: 'not_required', en: 'No action needed', de: 'Keine Maßnahme nötig' },
    { id: 'open', en: 'Open', de: 'Offen' },
    { id: 'planned', en: 'Planned', de: 'Geplant' },
    { id: 'claimed', en: 'Fix reported', de: 'Behebung gemeldet' },
    { id: 'retesting', en: 'Being retested', de: 'Wird erneut geprüft' },
    { id: 'verified_fixed', en: 'Fix verified', de: 'Behebung bestätigt' },
    { id: 'partially_fixed', en: 'Partly fixed', de: 'Teilweise behoben' },
    { id: 'persists', en: 'Still present', de: 'Besteht fort' },
    { id: 'regressed', en: 'Came back', de: 'Wieder aufgetreten' },
    { id: 'risk_accepted', en: 'Risk accepted until date', de: 'Risiko befristet hingenommen' },
  ],

  reportState: [
    { id: 'draft', en: 'Draft', de: 'Entwurf' },
    { id: 'fact_check', en: 'Fact check by lab', de: 'Sachprüfung durch Labor' },
    { id: 'signing', en: 'Frozen, being signed', de: 'Eingefroren, in Unterzeichnung' },
    { id: 'signed', en: 'Signed', de: 'Unterzeichnet' },
    { id: 'released_restricted', en: 'Released to recipients', de: 'An Empfänger freigegeben' },
    { id: 'released_public', en: 'Public version released', de: 'Öffentliche Fassung freigegeben' },
    { id: 'superseded', en: 'Superseded', de: 'Ersetzt' },
    { id: 'withdrawn', en: 'Withdrawn', de: 'Zurückgezogen' },
  ],

  labPosition: [
    { id: 'agree', en: 'Agree', de: 'Zustimmung' },
    { id: 'partly_agree', en: 'Partly agree', de: 'Teilweise Zustimmung' },
    { id: 'dispute', en: 'Dispute', de: 'Widerspruch' },
    { id: 'needs_more_evidence', en: 'Needs more evidence', de: 'Mehr Belege nötig' },
    { id: 'no_comment', en: 'No comment', de: 'Keine Stellungnahme' },
    { id: 'no_response', en: 'No response by deadline', de: 'Keine Antwort bis zur Frist' },
  ],

  factualClaimStatus: [
    { id: 'open', en: 'Open', de: 'Offen' },
    { id: 'accepted', en: 'Accepted', de: 'Angenommen' },
    { id: 'partly_accepted', en: 'Partly accepted', de: 'Teilweise angenommen' },
    { id: 'rejected', en: 'Rejected with reason', de: 'Mit Begründung abgelehnt' },
    { id: 'withdrawn', en: 'Withdrawn', de: 'Zurückgezogen' },
  ],

  disclosureUrgency: [
    {
      id: 'routine',
      en: 'Routine',
      de: 'Regulär',
      note: { en: 'default 10 working days to respond', de: 'üblich: 10 Arbeitstage für die Antwort' },
    },
    { id: 'expedited', en: 'Expedited', de: 'Beschleunigt', note: { en: 'default 10 days', de: 'üblich: 10 Tage' } },
    {
      id: 'urgent',
      en: 'Urgent',
      de: 'Dringend',
      note: {
        en: 'named people only; acknowledge within 24 h, respond within 72 h',
        de: 'nur namentlich Genannte; Eingang bestätigen binnen 24 h, Antwort binnen 72 h',
      },
    },
  ],

  handling: [
    {
      id: 'TLP:RED',
      en: 'TLP:RED',
      de: 'TLP:RED',
      note: { en: 'Named recipients only', de: 'Nur namentlich genannte Empfänger' },
    },
    {
      id: 'TLP:AMBER+STRICT',
      en: 'TLP:AMBER+STRICT',
      de: 'TLP:AMBER+STRICT',
      note: {
        en: 'Recipients’ organisation only, need to know',
        de: 'Nur die Organisation der Empfänger, soweit für die Arbeit nötig',
      },
    },
    {
      id: 'TLP:AMBER',
      en: 'TLP:AMBER',
      de: 'TLP:AMBER',
      note: {
        en: 'Recipients’ organisation and its clients, need to know',
        de: 'Organisation der Empfänger und ihre Kunden, soweit für die Arbeit nötig',
      },
    },
    {
      id: 'TLP:GREEN',
      en: 'TLP:GREEN',
      de: 'TLP:GREEN',
      note: { en: 'Community, not public', de: 'Fachgemeinschaft, nicht öffentlich' },
    },
    { id: 'TLP:CLEAR', en: 'TLP:CLEAR', de: 'TLP:CLEAR', note: { en: 'No limit', de: 'Keine Beschränkung' } },
  ],

  hazard: [
    { id: 'none', en: 'None', de: 'Keine' },
    { id: 'security_sensitive', en: 'Security-sensitive', de: 'Sicherheitsrelevant' },
    { id: 'cbrn_sensitive', en: 'CBRN-sensitive', de: 'CBRN-sensibel' },
    { id: 'personal_data', en: 'Personal data', de: 'Personenbezogene Daten' },
  ],

  redactionReason: [
    { id: 'hazard', en: 'Could help cause harm', de: 'Könnte Schaden erleichtern' },
    { id: 'security_sensitive', en: 'Open weakness', de: 'Offene Schwachstelle' },
    { id: 'commercial', en: 'Commercial secret', de: 'Geschäftsgeheimnis' },
    { id: 'legal', en: 'Legal duty', de: 'Rechtliche Pflicht' },
    { id: 'personal', en: 'Personal data', de: 'Personenbezogene Daten' },
    { id: 'test_integrity', en: 'Would spoil the test', de: 'Würde den Test entwerten' },
    { id: 'other', en: 'Other', de: 'Sonstiges' },
  ],

  redactionStatus: [
    { id: 'requested', en: 'Requested', de: 'Beantragt' },
    { id: 'accepted', en: 'Accepted', de: 'Angenommen' },
    { id: 'substitute_offered', en: 'Substitute offered', de: 'Ersatz angeboten' },
    { id: 'rejected', en: 'Rejected with reason', de: 'Mit Begründung abgelehnt' },
    { id: 'withdrawn', en: 'Withdrawn', de: 'Zurückgezogen' },
    { id: 'lifted', en: 'Lifted', de: 'Aufgehoben' },
  ],

  threadKind: [
    { id: 'comment', en: 'Comment', de: 'Kommentar' },
    { id: 'question', en: 'Question', de: 'Frage' },
    { id: 'suggestion', en: 'Suggestion', de: 'Vorschlag' },
    { id: 'request_evidence', en: 'Request for evidence', de: 'Bitte um Belege' },
    { id: 'factual_claim', en: 'Factual claim', de: 'Sachliche Richtigstellung' },
  ],

  threadStatus: [
    { id: 'open', en: 'Open', de: 'Offen' },
    { id: 'resolved', en: 'Resolved', de: 'Erledigt' },
    { id: 'detached', en: 'Text was removed', de: 'Textstelle entfernt' },
  ],

  audience: [
    { id: 'institute', en: 'Institute only', de: 'Nur Institut' },
    { id: 'lab', en: 'Lab only', de: 'Nur Labor' },
    { id: 'shared', en: 'Institute and lab', de: 'Institut und Labor' },
    { id: 'shared_with_observer', en: 'Institute, lab and observer', de: 'Institut, Labor und Beobachtung' },
  ],

  signatureMeaning: [
    {
      id: 'authored',
      en: 'Author',
      de: 'Verfasst',
      note: { en: 'Part 11 authorship', de: 'Part 11: Verfasserschaft' },
    },
    {
      id: 'reviewed',
      en: 'Reviewed against evidence',
      de: 'Anhand der Belege geprüft',
      note: { en: 'Part 11 review', de: 'Part 11: Prüfung' },
    },
    {
      id: 'approved_for_release',
      en: 'Approved for release',
      de: 'Zur Freigabe genehmigt',
      note: { en: 'Part 11 approval', de: 'Part 11: Genehmigung' },
    },
    {
      id: 'response_authorised',
      en: 'Lab response authorised; no endorsement',
      de: 'Stellungnahme autorisiert; keine Zustimmung zum Befund',
      note: { en: 'Part 11 responsibility', de: 'Part 11: Verantwortung' },
    },
    { id: 'fact_checked', en: 'Facts checked', de: 'Fakten geprüft' },
    { id: 'acknowledged', en: 'Received and read', de: 'Erhalten und gelesen' },
    { id: 'witnessed', en: 'Witnessed closing of the record', de: 'Abschluss bezeugt' },
    {
      id: 'declined',
      en: 'Declined to sign',
      de: 'Unterschrift verweigert',
      note: { en: 'reason required', de: 'Begründung nötig' },
    },
    {
      id: 'revoked',
      en: 'Earlier signature revoked',
      de: 'Frühere Unterschrift widerrufen',
      note: { en: 'reason required', de: 'Begründung nötig' },
    },
  ],

  evidenceKind: [
    { id: 'inspect_log', en: 'Inspect log', de: 'Inspect-Protokoll' },
    { id: 'transcript', en: 'Transcript excerpt', de: 'Auszug einer Mitschrift' },
    { id: 'table', en: 'Table', de: 'Tabelle' },
    { id: 'document', en: 'Document', de: 'Dokument' },
    { id: 'image', en: 'Image', de: 'Bild' },
    {
      id: 'code_reference',
      en: 'Code reference',
      de: 'Verweis auf Code',
      note: { en: 'repository, commit, path', de: 'Repository, Commit, Pfad' },
    },
    {
      id: 'external_reference',
      en: 'External reference',
      de: 'Externer Verweis',
      note: { en: 'address and date read', de: 'Adresse und Lesedatum' },
    },
    {
      id: 'withheld',
      en: 'Withheld elsewhere',
      de: 'Andernorts verwahrt',
      note: { en: 'hash and keeper only', de: 'nur Prüfsumme und Verwahrer' },
    },
  ],

  embargoState: [
    { id: 'none', en: 'None', de: 'Keine' },
    { id: 'proposed', en: 'Proposed', de: 'Vorgeschlagen' },
    { id: 'active', en: 'Active', de: 'Aktiv' },
    { id: 'revise', en: 'Change proposed', de: 'Änderung vorgeschlagen' },
    { id: 'ended', en: 'Ended', de: 'Beendet' },
  ],

  embargoConsent: [
    { id: 'unbound', en: 'Not asked', de: 'Nicht gefragt' },
    { id: 'invited', en: 'Invited', de: 'Eingeladen' },
    { id: 'signatory', en: 'Agreed', de: 'Zugestimmt' },
    { id: 'declined', en: 'Declined', de: 'Abgelehnt' },
    { id: 'expired', en: 'No answer in time', de: 'Keine Antwort' },
    { id: 'lapsed', en: 'Earlier consent no longer holds', de: 'Zustimmung erloschen' },
  ],

  publicationIntent: [
    { id: 'full', en: 'In full', de: 'Vollständig' },
    { id: 'summary_only', en: 'Summary only', de: 'Nur Zusammenfassung' },
    { id: 'none', en: 'Not to be published', de: 'Keine Veröffentlichung' },
    { id: 'undecided', en: 'Not decided yet', de: 'Noch nicht entschieden' },
  ],

  addressee: [
    { id: 'institute', en: 'Institute', de: 'Institut' },
    { id: 'lab', en: 'Lab', de: 'Labor' },
    { id: 'both', en: 'Institute and lab', de: 'Institut und Labor' },
  ],

  nistAi600_1: [
    {
      id: 'CBRN Information or Capabilities',
      en: 'CBRN Information or Capabilities',
      de: 'CBRN Information or Capabilities',
    },
    { id: 'Confabulation', en: 'Confabulation', de: 'Confabulation' },
    {
      id: 'Dangerous, Violent, or Hateful Content',
      en: 'Dangerous, Violent, or Hateful Content',
      de: 'Dangerous, Violent, or Hateful Content',
    },
    { id: 'Data Privacy', en: 'Data Privacy', de: 'Data Privacy' },
    { id: 'Environmental Impacts', en: 'Environmental Impacts', de: 'Environmental Impacts' },
    {
      id: 'Harmful Bias and Homogenization',
      en: 'Harmful Bias and Homogenization',
      de: 'Harmful Bias and Homogenization',
    },
    { id: 'Human-AI Configuration', en: 'Human-AI Configuration', de: 'Human-AI Configuration' },
    { id: 'Information Integrity', en: 'Information Integrity', de: 'Information Integrity' },
    { id: 'Information Security', en: 'Information Security', de: 'Information Security' },
    { id: 'Intellectual Property', en: 'Intellectual Property', de: 'Intellectual Property' },
    {
      id: 'Obscene, Degrading, and/or Abusive Content',
      en: 'Obscene, Degrading, and/or Abusive Content',
      de: 'Obscene, Degrading, and/or Abusive Content',
    },
    {
      id: 'Value Chain and Component Integration',
      en: 'Value Chain and Component Integration',
      de: 'Value Chain and Component Integration',
    },
  ],

  owaspLlm: [
    { id: 'LLM01:2025', en: 'Prompt Injection', de: 'Prompt Injection' },
    { id: 'LLM02:2025', en: 'Sensitive Information Disclosure', de: 'Sensitive Information Disclosure' },
    { id: 'LLM03:2025', en: 'Supply Chain', de: 'Supply Chain' },
    { id: 'LLM04:2025', en: 'Data and Model Poisoning', de: 'Data and Model Poisoning' },
    { id: 'LLM05:2025', en: 'Improper Output Handling', de: 'Improper Output Handling' },
    { id: 'LLM06:2025', en: 'Excessive Agency', de: 'Excessive Agency' },
    { id: 'LLM07:2025', en: 'System Prompt Leakage', de: 'System Prompt Leakage' },
    { id: 'LLM08:2025', en: 'Vector and Embedding Weaknesses', de: 'Vector and Embedding Weaknesses' },
    { id: 'LLM09:2025', en: 'Misinformation', de: 'Misinformation' },
    { id: 'LLM10:2025', en: 'Unbounded Consumption', de: 'Unbounded Consumption' },
  ],

  owaspAgentic: [
    { id: 'ASI01', en: 'Agent Goal Hijack', de: 'Agent Goal Hijack' },
    { id: 'ASI02', en: 'Tool Misuse and Exploitation', de: 'Tool Misuse and Exploitation' },
    { id: 'ASI03', en: 'Identity and Privilege Abuse', de: 'Identity and Privilege Abuse' },
    { id: 'ASI04', en: 'Agentic Supply Chain Vulnerabilities', de: 'Agentic Supply Chain Vulnerabilities' },
    { id: 'ASI05', en: 'Unexpected Code Execution', de: 'Unexpected Code Execution' },
    { id: 'ASI06', en: 'Memory and Context Poisoning', de: 'Memory and Context Poisoning' },
    { id: 'ASI07', en: 'Insecure Inter-Agent Communication', de: 'Insecure Inter-Agent Communication' },
    { id: 'ASI08', en: 'Cascading Failures', de: 'Cascading Failures' },
    { id: 'ASI09', en: 'Human-Agent Trust Exploitation', de: 'Human-Agent Trust Exploitation' },
    { id: 'ASI10', en: 'Rogue Agents', de: 'Rogue Agents' },
  ],
} as const satisfies Record<string, readonly VocabularyEntry[]>

/** TLP 2.0: the higher rank wins when parts are joined. Colours are part of the standard, always on black. */
export const handlingMarks = {
  'TLP:RED': { rank: 4, colour: '#FF2B2B', stix: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1' },
  'TLP:AMBER+STRICT': { rank: 3, colour: '#FFC000', stix: 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003' },
  'TLP:AMBER': { rank: 2, colour: '#FFC000', stix: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421' },
  'TLP:GREEN': { rank: 1, colour: '#33FF00', stix: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb' },
  'TLP:CLEAR': { rank: 0, colour: '#FFFFFF', stix: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487' },
} as const satisfies Record<
  (typeof vocabularyLists)['handling'][number]['id'],
  { rank: number; colour: string; stix: string }
>
