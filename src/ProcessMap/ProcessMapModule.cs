using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.ProcessMap.Agreements;
using Pupitre.ProcessMap.Criticals;
using Pupitre.ProcessMap.Impact;
using Pupitre.ProcessMap.Sheets;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap;

/// <summary>The map as a whole: drawn, ranked, asked what stops, taken in and out as a workbook, agreed to.</summary>
public sealed class ProcessMapModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind == Agreement.Kind ? "processes/agreements" : null;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        services.AddScoped<ReadWholeMap>();
        services.AddScoped<ReadSnapshot>().AddScoped<AskAgreement>().AddScoped<AgreementMail>().AddScoped<GiveAgreement>()
            .AddScoped<ReadAgreements>().AddScoped<WithdrawAgreement>().AddScoped<IPersonalData, PersonalMapAgreements>()
            .AddScoped<IToday, AgreementsToday>();
        ProcessesModule.AddSection(
            services, 80, typeof(AgreementsSection), "agreements", () => Texts.Agreement_Title, isForWholeCompany: true);
        services.AddScoped<ReadKnownMap>().AddScoped<PlanSheet>().AddScoped<TakeSheet>().AddScoped<TakeParts>();
    }

    public override void ConfigureModel(ModelBuilder model) => model.Entity<Agreement>(agreement =>
    {
        agreement.ToTable("agreements");
        agreement.HasIndex(row => new { row.CompanyId, row.ProcessId });
        agreement.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.SetNull);
        agreement.Property(row => row.About).HasMaxLength(Agreement.MaxNameLength);
        agreement.Property(row => row.PersonName).HasMaxLength(Agreement.MaxNameLength);
        agreement.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
        agreement.Property(row => row.Message).HasMaxLength(Agreement.MaxRemarkLength);
        agreement.Property(row => row.Remark).HasMaxLength(Agreement.MaxRemarkLength);
        agreement.Ignore(row => row.Ref);
    });

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SheetRoutes.Map(routes);
        AgreementRoutes.Map(routes);
        FlowRoutes.Map(routes);
        ImpactRoutes.Map(routes);
    }
}
