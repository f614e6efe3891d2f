using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;
using Pupitre.ServiceLevels.Cases;
using Pupitre.ServiceLevels.Contests;
using Pupitre.ServiceLevels.Credits;
using Pupitre.ServiceLevels.Deposits;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Escalations;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.MonthMails;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.ServiceLevels.ProofRequests;
using Pupitre.ServiceLevels.Proposals;
using Pupitre.ServiceLevels.Sample;
using Pupitre.ServiceLevels.Scorecards;
using Pupitre.ServiceLevels.Sides;
using Pupitre.ServiceLevels.Statements;
using Pupitre.ServiceLevels.Waits;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels;

/// <summary>How what was done stands against what was agreed: due dates, cases, scorecards.</summary>
public sealed class ServiceLevelsModule : Module
{
    private static readonly string[] _periods = ["Occurrence", "FromOccurrence", "Obligation", "StatementMonth"];

    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        ProofRequest.Kind => $"proof-requests/{subject.Id}",
        Dispute.Kind => $"disputes/{subject.Id}",
        CreditPlan.Kind or CreditClaim.Kind or ProviderInvoice.Kind or PriceIndex.Kind => "contracts",
        EscalationSetting.Kind or EscalationNotice.Kind => "escalations",
        WaitQuestion.Kind => "waits",
        _ => null,
    };

    /// <summary>The due date or the case that a line names; the commitment whose ladder it is about.</summary>
    public override string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        subject.Kind is SilenceAgreement.Kind or DepositLink.Kind or Deposit.Kind
            ? details.TryGetValue("ContractId", out var agreed) ? "contracts/" + agreed : "contracts" :
        subject.Kind == CommitmentLadder.Kind ? details.TryGetValue("CommitmentId", out var owner) ? "commitments/" + owner : null :
        subject.Kind is MonthStatement.Kind or StatementPlan.Kind ? StatementPath(subject, details)
        : CreditWords.PathOf(subject.Kind, details) is { } path ? path
        : !details.TryGetValue("CommitmentId", out var commitment) || !Guid.TryParse(commitment, out var id) ? null
        : !details.TryGetValue("Occurrence", out var key) && !details.TryGetValue("Obligation", out key) ? null
        : OccurrenceKeys.FirstDay(key) is not null ? $"due-dates/{id}/{key}"
        : DelayCorrection.CaseOf(key) is { } number ? $"scorecards/{id}/cases/{number}"
        : null;

    // A statement is found by its contract and month, whatever its key; where the months begin is in their list.
    private static string StatementPath(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        subject.Kind == MonthStatement.Kind && details.TryGetValue("ContractId", out var contract)
            && details.TryGetValue("StatementMonth", out var month)
            ? $"statements/{contract}/{month}" : "statements";

    public override string? ValueOf(string key, string text) =>
        !Array.Exists(_periods, known => known.Equals(key, StringComparison.OrdinalIgnoreCase)) ? null
        : OccurrenceKeys.FirstDay(text) is not null ? PeriodWords.Of(text)
        : Texts.History_ACase;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        MeasureSetup.Register(services);
        DisputesSetup.Register(services);
        GridSetup.Register(services);
        OccurrencesSetup.Register(services);
        CasesSetup.Register(services);
        ScorecardsSetup.Register(services);
        ContestsSetup.Register(services);
        SidesSetup.Register(services);
        ProposalsSetup.Register(services);
        ProofRequestsSetup.Register(services);
        StatementsSetup.Register(services);
        CreditsSetup.Register(services);
        EscalationsSetup.Register(services);
        WaitsSetup.Register(services);
        DepositsSetup.Register(services);
        MonthMailsSetup.Register(services);
        services.AddScoped<ISampleChapter, SayNothingComes>().AddScoped<ISampleChapter, ContestSome>().AddScoped<AnswerSample>()
            .AddScoped<ISampleChapter, InviteClerk>().AddScoped<ISampleChapter, TryCredits>()
            .AddScoped<ISampleChapter, EscalateSome>().AddScoped<ISampleChapter, AskSomeWaits>();
        services.AddScoped<ISampleChapter, CloseSampleMonths>().AddScoped<ISampleChapter, CorrectSampleMonth>().AddScoped<CloseMonthsOf>()
            .AddScoped<ISampleChapter, ClaimOneCredit>().AddScoped<ISampleChapter, HandOverSome>();
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        MeasureModel.Configure(model);
        DisputeModel.Configure(model);
        StatementsModel.Configure(model);
        CreditsModel.Configure(model);
        EscalationsModel.Configure(model);
        WaitsModel.Configure(model);
        DepositsModel.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        GridSetup.MapRoutes(routes);
        OccurrencesSetup.MapRoutes(routes);
        CasesSetup.MapRoutes(routes);
        ScorecardsSetup.MapRoutes(routes);
        ContestsSetup.MapRoutes(routes);
        SidesSetup.MapRoutes(routes);
        ProofRequestsSetup.MapRoutes(routes);
        StatementsSetup.MapRoutes(routes);
        CreditsSetup.MapRoutes(routes);
        EscalationsSetup.MapRoutes(routes);
        WaitsSetup.MapRoutes(routes);
        DepositsSetup.MapRoutes(routes);
    }

    public override IEnumerable<MenuItem> Menu =>
    [
        new MenuItem(MenuGroup.DueDates, 10, "due-dates", () => Texts.Grid_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.DueDates, 30, "escalations", () => Texts.Escalation_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.DueDates, 35, "waits", () => Texts.Wait_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.Providers, 45, "statements", () => Texts.Statement_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.Providers, 50, "disputes", () => Texts.Dispute_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.Scorecards, 10, "scorecards", () => Texts.Scorecard_Menu, Permit.ReadService),
    ];

    public override IEnumerable<(string Table, string Column)> ErasableColumns =>
    [
        ("word_confirmations", "confirmer"), ("disputes", "person_name"), ("dispute_steps", "person_name"), ("proof_requests", "to"),
        ("proof_requests", "body"), ("statement_comments", "by_name"), ("statement_comments", "text"),
    ];

    public override IEnumerable<string> AppendOnlyTables =>
        [.. MeasureModel.AppendOnlyTables, .. DisputeModel.AppendOnlyTables, .. StatementsModel.AppendOnlyTables];
}
