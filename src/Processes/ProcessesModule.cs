using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Guardrails;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;

namespace Pupitre.Processes;

/// <summary>The map of what the company does and hands over.</summary>
public sealed class ProcessesModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind == Process.Kind ? $"processes/{subject.Id}" : null;

    public override void Register(IServiceCollection services)
    {
        services.AddScoped<CreateProcess>().AddScoped<EditProcess>().AddScoped<ArchiveProcess>().AddScoped<RestoreProcess>().AddScoped<ReadProcesses>();
        services.AddScoped<AttachTarget>().AddScoped<AgreeTarget>().AddScoped<WithdrawTarget>().AddScoped<ReadTargets>();
        services.AddScoped<ISearch, SearchProcesses>().AddScoped<IPersonDuties, ProcessPeople>().AddScoped<IGuardrail, WithoutPilot>();
        services.AddValidation();
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        ConfigureProcesses(model);
        ConfigureTargets(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => ProcessRoutes.Map(routes);

    public override IEnumerable<MenuItem> Menu => [new MenuItem(30, "processes", "map-2", () => Texts.Menu, Permit.ReadProcesses)];

    private static void ConfigureProcesses(ModelBuilder model) => model.Entity<Process>(process =>
    {
        process.ToTable("processes");
        process.HasIndex(row => new { row.CompanyId, row.Domain, row.Name });
        process.Property(row => row.Name).HasMaxLength(Process.MaxNameLength);
        process.Property(row => row.FoldedName).HasMaxLength(Process.MaxNameLength * 2);
        process.Ignore(row => row.Ref);
        process.Property(row => row.Purpose).HasMaxLength(Process.MaxPurposeLength);
        process.HasOne(row => row.Pilot).WithMany().HasForeignKey(row => row.PilotId).OnDelete(DeleteBehavior.Restrict);
        process.HasOne(row => row.Deputy).WithMany().HasForeignKey(row => row.DeputyId).OnDelete(DeleteBehavior.Restrict);
    });

    private static void ConfigureTargets(ModelBuilder model) => model.Entity<ProcessTarget>(target =>
    {
        target.ToTable("process_targets");
        target.HasIndex(row => new { row.ProcessId, row.Number }).IsUnique();
        target.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        target.Property(row => row.FileName).HasMaxLength(StoredFile.MaxNameLength);
        target.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
    });
}
