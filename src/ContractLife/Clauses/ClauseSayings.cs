namespace Pupitre.ContractLife.Clauses;

/// <summary>What a clause is called, why one wants it, and where the law says so; the law is null where it is custom alone.</summary>
internal readonly record struct ClauseSaying(string Name, string Why, string? Law);

/// <summary>The clauses, one by one, in the reader's language.</summary>
internal static class ClauseSayings
{
    public static ClauseSaying Of(ClauseTopic topic) => topic switch
    {
        ClauseTopic.Scope => new(Texts.Clause_NameScope, Texts.Clause_WhyScope, Texts.Clause_LawScope),
        ClauseTopic.Commitments => new(Texts.Clause_NameCommitments, Texts.Clause_WhyCommitments, null),
        ClauseTopic.Reporting => new(Texts.Clause_NameReporting, Texts.Clause_WhyReporting, null),
        ClauseTopic.Reversibility => new(Texts.Clause_NameReversibility, Texts.Clause_WhyReversibility, null),
        ClauseTopic.DataOwnership => new(Texts.Clause_NameDataOwnership, Texts.Clause_WhyDataOwnership, null),
        ClauseTopic.AuditRight => new(Texts.Clause_NameAuditRight, Texts.Clause_WhyAuditRight, null),
        ClauseTopic.SubProcessing => new(Texts.Clause_NameSubProcessing, Texts.Clause_WhySubProcessing, Texts.Clause_LawSubProcessing),
        ClauseTopic.Confidentiality =>
            new(Texts.Clause_NameConfidentiality, Texts.Clause_WhyConfidentiality, Texts.Clause_LawConfidentiality),
        ClauseTopic.GdprInstructions =>
            new(Texts.Clause_NameGdprInstructions, Texts.Clause_WhyGdprInstructions, Texts.Clause_LawGdprInstructions),
        ClauseTopic.GdprConfidentiality =>
            new(Texts.Clause_NameGdprConfidentiality, Texts.Clause_WhyGdprConfidentiality, Texts.Clause_LawGdprConfidentiality),
        ClauseTopic.GdprSecurity => new(Texts.Clause_NameGdprSecurity, Texts.Clause_WhyGdprSecurity, Texts.Clause_LawGdprSecurity),
        ClauseTopic.GdprSubProcessors =>
            new(Texts.Clause_NameGdprSubProcessors, Texts.Clause_WhyGdprSubProcessors, Texts.Clause_LawGdprSubProcessors),
        ClauseTopic.GdprRequests => new(Texts.Clause_NameGdprRequests, Texts.Clause_WhyGdprRequests, Texts.Clause_LawGdprRequests),
        ClauseTopic.GdprAssistance => new(Texts.Clause_NameGdprAssistance, Texts.Clause_WhyGdprAssistance, Texts.Clause_LawGdprAssistance),
        ClauseTopic.GdprReturn => new(Texts.Clause_NameGdprReturn, Texts.Clause_WhyGdprReturn, Texts.Clause_LawGdprReturn),
        ClauseTopic.GdprProof => new(Texts.Clause_NameGdprProof, Texts.Clause_WhyGdprProof, Texts.Clause_LawGdprProof),
        ClauseTopic.Security => new(Texts.Clause_NameSecurity, Texts.Clause_WhySecurity, null),
        ClauseTopic.Price => new(Texts.Clause_NamePrice, Texts.Clause_WhyPrice, Texts.Clause_LawPrice),
        ClauseTopic.Penalties => new(Texts.Clause_NamePenalties, Texts.Clause_WhyPenalties, Texts.Clause_LawPenalties),
        ClauseTopic.Term => new(Texts.Clause_NameTerm, Texts.Clause_WhyTerm, Texts.Clause_LawTerm),
        ClauseTopic.Insurance => new(Texts.Clause_NameInsurance, Texts.Clause_WhyInsurance, Texts.Clause_LawInsurance),
        _ => new(Texts.Clause_NameJurisdiction, Texts.Clause_WhyJurisdiction, Texts.Clause_LawJurisdiction),
    };
}
