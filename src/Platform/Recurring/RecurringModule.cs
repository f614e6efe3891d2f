using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Extension;

namespace Pupitre.Platform.Recurring;

/// <summary>Work that comes again, and what became of each time.</summary>
public sealed class RecurringModule : Module
{
    private const int CleaningHour = 4;

    public override void Register(IServiceCollection services)
    {
        services.AddScoped<RunRecurringJobs>().AddScoped<RunOccurrence>().AddScoped<ReadRecurringJobs>().AddScoped<ForgetRuns>();
        services.AddSingleton(new RecurringJob(
            "recurring-runs",
            RecurringSchedule.WeeklyOn(DayOfWeek.Sunday, new TimeOnly(CleaningHour, 0)),
            () => Texts.Recurring_Forget,
            (scope, token) => scope.GetRequiredService<ForgetRuns>().RunAsync(token)));
    }

    public override void ConfigureModel(ModelBuilder model) => model.Entity<RecurringRun>(run =>
    {
        run.ToTable("recurring_runs");
        run.HasKey(row => new { row.CompanyId, row.Job, row.Occurrence });
        run.HasIndex(row => new { row.CompanyId, row.Job, row.DueAt });
        run.Property(row => row.Job).HasMaxLength(RecurringRun.MaxJobLength);
        run.Property(row => row.Occurrence).HasMaxLength(RecurringRun.MaxOccurrenceLength);
        run.Property(row => row.Problem).HasMaxLength(RecurringRun.MaxProblemLength);
    });
}
