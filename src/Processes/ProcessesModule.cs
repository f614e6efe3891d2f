using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Guardrails;
using Pupitre.Gathering.Privacy;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Processes.Bulk;
using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Comments;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Readiness;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Sample;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.Processes.Tools;
using Pupitre.Processes.ToolUses;
using Pupitre.Sample;

namespace Pupitre.Processes;

/// <summary>The map of what the company does and hands over.</summary>
public sealed class ProcessesModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        Process.Kind => $"processes/{subject.Id}",
        Tool.SubjectKind => "processes/tools",
        _ => null,
    };

    public override string? ValueOf(string key, string text) => text == WithoutPilot.Name ? Texts.Guardrail_NoPilot : null;

    public override void Register(IServiceCollection services)
    {
        services.AddScoped<CreateProcess>().AddScoped<EditProcess>().AddScoped<ArchiveProcess>().AddScoped<RestoreProcess>()
            .AddScoped<ReadProcesses>();
        services.AddScoped<AttachTarget>().AddScoped<ReceiveTarget>().AddScoped<DrawTarget>().AddScoped<PublishTarget>()
            .AddScoped<WithdrawTarget>().AddScoped<EditTarget>().AddScoped<TakeDrawnSteps>()
            .AddScoped<ReadTargets>().AddScoped<ReadTargetDiagram>().AddScoped<ReadTarget>();
        AddSection(services, 60, typeof(ProcessTargets), "target", () => Texts.Target_Short);
        services.AddScoped<SaveTool>().AddScoped<ReadTools>().AddScoped<SaveSteps>().AddScoped<ReadSteps>().AddScoped<DrawFromSteps>();
        AddSection(services, 30, typeof(StepsSection), "steps", () => Texts.Steps_Title);
        services.AddScoped<SaveRoles>().AddScoped<ReadRoles>().AddScoped<IPersonDuties, RolePeople>()
            .AddScoped<IPersonalData, PersonalKnowHow>();
        AddSection(services, 25, typeof(RolesSection), "roles", () => Texts.Role_Title);
        services.AddScoped<ReadReadiness>().AddScoped<CountErrors>();
        AddSection(services, 15, typeof(ReadinessSection), "readiness", () => Texts.Ready_Title, isForWholeCompany: true);
        services.AddScoped<TakeReadyProcess>().AddScoped<SayDifference>().AddScoped<IListColumn, TakenColumn>();
        services.AddSingleton(new PageSection(Process.Kind, 20, Permit.ReadProcesses, typeof(TakenSection)));
        services.AddScoped<SaveLink>().AddScoped<RemoveLink>().AddScoped<ReadLinks>().AddScoped<ProposeLinks>();
        AddSection(services, 40, typeof(LinksSection), "links", () => Texts.Link_Section, isForWholeCompany: true);
        services.AddScoped<SaveRekeying>().AddScoped<RemoveRekeying>().AddScoped<ReadRekeyings>()
            .AddScoped<IPersonDuties, RekeyingPeople>();
        services.AddScoped<ReadProcessFacts>().AddScoped<KeepMap>();
        services.AddScoped<ISampleChapter, LinkTheMap>();
        services.AddScoped<ISearch, SearchProcesses>().AddScoped<IPersonDuties, ProcessPeople>().AddScoped<IGuardrail, WithoutPilot>();
        services.AddScoped<ISampleChapter, IntroducePeople>().AddScoped<ISampleChapter, NamePilots>()
            .AddScoped<ISampleChapter, AttachDunningTarget>().AddScoped<ISampleChapter, DrawFirstIdea>()
            .AddScoped<ISampleChapter, TakeFromCatalogue>().AddScoped<ISampleChapter, SayParts>();
        services.AddScoped<EditInBulk>();
        services.AddScoped<ReadToolUses>().AddScoped<RemoveTool>().AddScoped<MergeTool>();
        services.AddScoped<SaveComment>().AddScoped<RemoveComment>().AddScoped<IPersonalData, PersonalComments>()
            .AddScoped<ISampleChapter, SayComments>();
        AddSection(services, 90, typeof(CommentsSection), "comments", () => Texts.Comment_Title, isForWholeCompany: true);
        services.AddValidation();
    }

    /// <summary>Adds a section to the page of a process, with its place among the contents of the page.</summary>
    public static void AddSection(
        IServiceCollection services, int order, Type component, string anchor, Func<string> title, bool isForWholeCompany = false) =>
        services.AddSingleton(new PageSection(Process.Kind, order, Permit.ReadProcesses, component)
        {
            Anchor = anchor,
            Title = title,
            IsForWholeCompany = isForWholeCompany,
        });

    public override void ConfigureModel(ModelBuilder model)
    {
        ConfigureProcesses(model);
        ConfigureTargets(model);
        ConfigureSteps(model);
        ConfigureTaken(model);
        ConfigureRoles(model);
        ConfigureLinks(model);
        ConfigureRekeyings(model);
        ConfigureComments(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        ProcessRoutes.Map(routes);
        TargetRoutes.Map(routes);
        StepRoutes.Map(routes);
        CatalogueRoutes.Map(routes);
        LinkRoutes.Map(routes);
        RekeyingRoutes.Map(routes);
        CommentRoutes.Map(routes);
        ToolRoutes.Map(routes);
    }

    public override IEnumerable<MenuItem> Menu => [new MenuItem(MenuGroup.Map, 10, "processes", () => Texts.Menu, Permit.ReadProcesses)];

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
        process.Property(row => row.Trigger).HasMaxLength(Process.MaxLineLength);
        process.Property(row => row.Result).HasMaxLength(Process.MaxLineLength);
        process.Property(row => row.CustomerInside).HasMaxLength(Process.MaxLineLength);
        process.Property(row => row.LegalDeadline).HasMaxLength(Process.MaxLineLength);
        process.Property(row => row.Seasonality).HasMaxLength(Seasons.MaxLength);
    });

    private static void ConfigureSteps(ModelBuilder model)
    {
        model.Entity<Tool>(tool =>
        {
            tool.ToTable("tools");
            tool.HasIndex(row => new { row.CompanyId, row.FoldedName }).IsUnique();
            tool.Property(row => row.Name).HasMaxLength(Tool.MaxNameLength);
            tool.Property(row => row.FoldedName).HasMaxLength(Tool.MaxNameLength * 2);
            tool.Ignore(row => row.Ref);
            tool.Property(row => row.Vendor).HasMaxLength(Tool.MaxLineLength);
            tool.Property(row => row.AdministeredBy).HasMaxLength(Tool.MaxLineLength);
            tool.Property(row => row.DataHeld).HasMaxLength(Tool.MaxLineLength);
            tool.Property(row => row.Where).HasMaxLength(Tool.MaxLineLength);
        });
        model.Entity<ProcessStep>(step =>
        {
            step.ToTable("process_steps");
            step.HasIndex(row => new { row.ProcessId, row.Number });
            step.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            step.HasOne<Tool>().WithMany().HasForeignKey(row => row.ToolId).OnDelete(DeleteBehavior.Restrict);
            step.Property(row => row.Name).HasMaxLength(ProcessStep.MaxNameLength);
            step.Property(row => row.Role).HasMaxLength(ProcessStep.MaxRoleLength);
            step.Property(row => row.DocumentsIn).HasMaxLength(ProcessStep.MaxDocumentsLength);
            step.Property(row => row.DocumentsOut).HasMaxLength(ProcessStep.MaxDocumentsLength);
        });
    }

    private static void ConfigureTaken(ModelBuilder model) => model.Entity<TakenProcess>(taken =>
    {
        taken.ToTable("taken_processes");
        taken.HasKey(row => row.ProcessId);
        taken.Property(row => row.ProcessId).ValueGeneratedNever();
        taken.HasIndex(row => new { row.CompanyId, row.Key });
        taken.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        taken.Property(row => row.Key).HasMaxLength(TakenProcess.MaxKeyLength);
        taken.Property(row => row.Difference).HasMaxLength(TakenProcess.MaxDifferenceLength);
    });

    private static void ConfigureRoles(ModelBuilder model)
    {
        model.Entity<ProcessDuty>(duty =>
        {
            duty.ToTable("process_duties");
            duty.HasIndex(row => new { row.ProcessId, row.PersonId, row.Duty }).IsUnique();
            duty.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            duty.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<KnowHow>(knowHow =>
        {
            knowHow.ToTable("know_how");
            knowHow.HasIndex(row => new { row.ProcessId, row.PersonId }).IsUnique();
            knowHow.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            knowHow.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureLinks(ModelBuilder model) => model.Entity<ProcessLink>(link =>
    {
        link.ToTable("process_links");
        link.HasIndex(row => new { row.FromId, row.ToId }).IsUnique();
        link.HasIndex(row => row.ToId);
        link.HasOne<Process>().WithMany().HasForeignKey(row => row.FromId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Process>().WithMany().HasForeignKey(row => row.ToId).OnDelete(DeleteBehavior.Restrict);
        link.Property(row => row.Passes).HasMaxLength(ProcessLink.MaxPassesLength);
    });

    private static void ConfigureRekeyings(ModelBuilder model) => model.Entity<Rekeying>(rekeying =>
    {
        rekeying.ToTable("rekeyings");
        rekeying.HasIndex(row => row.ProcessId);
        rekeying.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        rekeying.HasOne<Tool>().WithMany().HasForeignKey(row => row.FromToolId).OnDelete(DeleteBehavior.Restrict);
        rekeying.HasOne<Tool>().WithMany().HasForeignKey(row => row.ToToolId).OnDelete(DeleteBehavior.Restrict);
        rekeying.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        rekeying.Property(row => row.Fields).HasMaxLength(Rekeying.MaxFieldsLength);
        rekeying.Property(row => row.Function).HasMaxLength(Rekeying.MaxFunctionLength);
    });

    private static void ConfigureComments(ModelBuilder model) => model.Entity<ProcessComment>(comment =>
    {
        comment.ToTable("process_comments");
        comment.HasIndex(row => new { row.ProcessId, row.WrittenAt });
        comment.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        comment.Property(row => row.Author).HasMaxLength(ProcessComment.MaxNameLength);
        comment.Property(row => row.Text).HasMaxLength(ProcessComment.MaxTextLength);
    });

    private static void ConfigureTargets(ModelBuilder model) => model.Entity<ProcessTarget>(target =>
    {
        target.ToTable("process_targets");
        target.HasIndex(row => new { row.ProcessId, row.Number }).IsUnique();
        target.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        target.Property(row => row.FileName).HasMaxLength(StoredFile.MaxNameLength);
        target.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
        target.Property(row => row.Explanation).HasMaxLength(ProcessTarget.MaxExplanationLength);
    });
}
