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
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.ServiceLevels.ProofRequests;
using Pupitre.ServiceLevels.Proposals;
using Pupitre.ServiceLevels.Sample;
using Pupitre.ServiceLevels.Scorecards;
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
        _ => null,
    };

    /// <summary>The due date or the case that a line names.</summary>
    public override string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        !details.TryGetValue("CommitmentId", out var commitment) || !Guid.TryParse(commitment, out var id) ? null
        : !details.TryGetValue("Occurrence", out var key) && !details.TryGetValue("Obligation", out key) ? null
        : OccurrenceKeys.FirstDay(key) is not null ? $"due-dates/{id}/{key}"
        : DelayCorrection.CaseOf(key) is { } number ? $"scorecards/{id}/cases/{number}"
        : null;

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
        ProposalsSetup.Register(services);
        ProofRequestsSetup.Register(services);
        services.AddScoped<ISampleChapter, SayNothingComes>();
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        MeasureModel.Configure(model);
        DisputeModel.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        GridSetup.MapRoutes(routes);
        OccurrencesSetup.MapRoutes(routes);
        CasesSetup.MapRoutes(routes);
        ScorecardsSetup.MapRoutes(routes);
        ProofRequestsSetup.MapRoutes(routes);
    }

    public override IEnumerable<MenuItem> Menu =>
    [
        new MenuItem(MenuGroup.DueDates, 10, "due-dates", () => Texts.Grid_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.Scorecards, 10, "scorecards", () => Texts.Scorecard_Menu, Permit.ReadService),
    ];

    public override IEnumerable<(string Table, string Column)> ErasableColumns =>
    [
        ("word_confirmations", "confirmer"), ("disputes", "person_name"), ("dispute_steps", "person_name"), ("proof_requests", "to"),
        ("proof_requests", "body"),
    ];

    public override IEnumerable<string> AppendOnlyTables => [.. MeasureModel.AppendOnlyTables, .. DisputeModel.AppendOnlyTables];
}
