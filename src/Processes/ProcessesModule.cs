using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes;

/// <summary>The map of what the company does and hands over.</summary>
public sealed class ProcessesModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind == Process.Kind ? $"processes/{subject.Id}" : null;

    public override void Register(IServiceCollection services)
    {
        services.AddScoped<CreateProcess>().AddScoped<EditProcess>().AddScoped<ArchiveProcess>().AddScoped<RestoreProcess>().AddScoped<ReadProcesses>();
        services.AddValidation();
    }

    public override void ConfigureModel(ModelBuilder model) => model.Entity<Process>(process =>
    {
        process.ToTable("processes");
        process.HasIndex(row => new { row.CompanyId, row.Domain, row.Name });
        process.Property(row => row.Name).HasMaxLength(Process.MaxNameLength);
        process.Property(row => row.FoldedName).HasMaxLength(Process.MaxNameLength * 2);
        process.Ignore(row => row.Ref);
        process.Property(row => row.Purpose).HasMaxLength(Process.MaxPurposeLength);
        process.Property(row => row.Pilot).HasMaxLength(Process.MaxPersonLength);
        process.Property(row => row.Deputy).HasMaxLength(Process.MaxPersonLength);
    });

    public override void MapRoutes(IEndpointRouteBuilder routes) => ProcessRoutes.Map(routes);

    public override IEnumerable<MenuItem> Menu => [new MenuItem(30, "processes", "map-2", () => Texts.Menu, Permit.ReadProcesses)];
}
