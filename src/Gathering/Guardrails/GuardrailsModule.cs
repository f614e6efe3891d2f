using System.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Figures;
using Pupitre.Platform.Following;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Recurring;

namespace Pupitre.Gathering.Guardrails;

/// <summary>The record of the mistakes that modules look for.</summary>
public sealed class GuardrailsModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    /// <summary>After midnight: an exception ends with its day.</summary>
    private static readonly TimeOnly _watchAt = new(0, 15);

    public override void Register(IServiceCollection services)
    {
        services.AddScoped<WatchGuardrails>().AddScoped<ReadGuardrails>().AddScoped<AcceptBreach>().AddScoped<IFollowHistory, WatchAfterHistory>()
            .AddScoped<IFigures, GuardrailFigures>().AddScoped<IToday, GuardrailsToday>().AddScoped<IPersonalData, PersonalGuardrails>();
        services.AddSingleton(new RecurringJob(
            "guardrails",
            RecurringSchedule.DailyAt(_watchAt),
            () => Texts.Guardrail_Watch,
            (scope, token) => scope.GetRequiredService<WatchGuardrails>().RunAsync(token)));
    }

    public override void ConfigureModel(ModelBuilder model) => model.Entity<GuardrailRecord>(record =>
    {
        record.ToTable("guardrail_records");
        record.HasIndex(row => new { row.CompanyId, row.Key, row.SubjectId }).IsUnique();
        record.Property(row => row.Key).HasMaxLength(GuardrailRecord.MaxKeyLength);
        record.Property(row => row.SubjectKind).HasMaxLength(LedgerEntry.MaxSubjectLength);
        record.Property(row => row.Reason).HasMaxLength(GuardrailRecord.MaxReasonLength);
        record.Ignore(row => row.Subject);
    });
}
