using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.ServiceLevels.AccountingFiles;
using Pupitre.ServiceLevels.Evidence;
using Pupitre.ServiceLevels.FirstRun;
using Pupitre.ServiceLevels.Flows;
using Pupitre.ServiceLevels.Flows.Doers;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Sample;

namespace Pupitre.ServiceLevels;

/// <summary>What was done, who attests it, and how it stands against what was agreed.</summary>
public sealed class ServiceLevelsModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => HistoryPaths.Of(subject);

    public override string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) => HistoryPaths.Of(subject, details);

    public override string? ValueOf(string key, string text) => HistoryPaths.PeriodIn(key, text);

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        EvidenceSetup.Register(services);
        MeasureSetup.Register(services);
        AccountingFilesSetup.Register(services);
        FlowsSetup.Register(services);
        FirstRunRoutes.Register(services);
        SampleRoutes.Register(services);
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        EvidenceModel.Configure(model);
        MeasureModel.Configure(model);
        AccountingFilesModel.Configure(model);
        StepDoersModel.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        EvidenceSetup.MapRoutes(routes);
        MeasureSetup.MapRoutes(routes);
        AccountingFilesSetup.MapRoutes(routes);
        FlowsSetup.MapRoutes(routes);
        SampleRoutes.Map(routes);
    }

    public override IEnumerable<MenuItem> Menu =>
    [
        new MenuItem(20, "due-dates", "calendar-due", () => Texts.Grid_Menu, Permit.ReadService),
        new MenuItem(50, "evidence", "paperclip", () => Texts.Evidence_Menu, Permit.ReadService),
        new MenuItem(60, "scorecards", "chart-bar", () => Texts.Scorecard_Menu, Permit.ReadService),
        new MenuItem(70, "deliverables", "file-check", () => Texts.Expected_Menu, Permit.ReadService, Also: "accounting-files"),
        new MenuItem(80, FlowTabs.Root, "route", () => Texts.Flow_Menu, Permit.ReadService),
    ];

    public override IEnumerable<string> AppendOnlyTables => [.. EvidenceModel.AppendOnlyTables, .. MeasureModel.AppendOnlyTables, .. AccountingFilesModel.AppendOnlyTables];
}
