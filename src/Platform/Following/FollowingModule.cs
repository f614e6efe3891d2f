using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Extension;

namespace Pupitre.Platform.Following;

/// <summary>Who follows the history, and how far each has read.</summary>
public sealed class FollowingModule : Module
{
    public override void Register(IServiceCollection services) =>
        services.AddScoped<FollowHistory>().AddScoped<TellFollower>().AddScoped<ReadFollowers>().AddScoped<RetryFollower>();

    public override void ConfigureModel(ModelBuilder model) => model.Entity<HistoryPosition>(position =>
    {
        position.ToTable("history_positions");
        position.HasKey(row => new { row.CompanyId, row.Follower });
        position.Property(row => row.Follower).HasMaxLength(HistoryPosition.MaxFollowerLength);
        position.Property(row => row.Problem).HasMaxLength(HistoryPosition.MaxProblemLength);
    });
}
