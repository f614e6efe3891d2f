using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Checks.Expected;
using Pupitre.Checks.Sample;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;

namespace Pupitre.Checks;

/// <summary>The documents that providers owe: what is expected, opened and checked.</summary>
public sealed class ChecksModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        AccountingFile.Kind => $"accounting-files/{subject.Id}",
        FiledFigures.Kind => "deliverables",
        _ => null,
    };

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        AccountingFilesSetup.Register(services);
        ExpectedSetup.Register(services);
        services.AddScoped<ISampleChapter, CheckBooks>();
    }

    public override void ConfigureModel(ModelBuilder model) => AccountingFilesModel.Configure(model);

    public override void MapRoutes(IEndpointRouteBuilder routes) => AccountingFilesSetup.MapRoutes(routes);

    public override IEnumerable<MenuItem> Menu => [new MenuItem(MenuGroup.Documents, 20, "deliverables", () => Texts.Expected_Menu, Permit.ReadService, Also: "accounting-files")];

    public override IEnumerable<string> AppendOnlyTables => AccountingFilesModel.AppendOnlyTables;
}
