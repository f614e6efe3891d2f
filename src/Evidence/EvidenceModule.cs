using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;

namespace Pupitre.Evidence;

/// <summary>What happened, and who attests it: proofs of due dates, events of sources, imports. The one door for both.</summary>
public sealed class EvidenceModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        EvidenceFile.Kind => $"evidence/files/{subject.Id}",
        OccurrenceProof.Kind => $"evidence/proofs/{subject.Id}",
        EvidenceSource.Kind => $"evidence/sources/{subject.Id}",
        Import.Kind => $"evidence/imports/{subject.Id}",
        _ => null,
    };

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        EvidenceSetup.Register(services);
    }

    public override void ConfigureModel(ModelBuilder model) => EvidenceModel.Configure(model);

    public override void MapRoutes(IEndpointRouteBuilder routes) => ImportRoutes.Map(routes);

    public override IEnumerable<string> AppendOnlyTables => EvidenceModel.AppendOnlyTables;
}
