using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Replies;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>Registers how the other side is asked to accept, and its table.</summary>
internal static class AcceptancesSetup
{
    public static void Register(IServiceCollection services) =>
        services.AddSingleton(new PageSection(CommitmentPage.BesideVersions, 10, Permit.ReadSourcing, typeof(AcceptanceTable)))
            .AddScoped<AskAcceptance>().AddScoped<WithdrawAcceptance>().AddScoped<AcceptanceMail>().AddScoped<GiveAcceptance>()
            .AddScoped<ReadAcceptances>().AddScoped<IAnswersByMail, AnswerAcceptanceByReply>().AddScoped<IToday, AcceptancesToday>()
                .AddScoped<IPersonalData, PersonalAcceptances>();

    public static void Configure(ModelBuilder model) => model.Entity<AcceptanceRequest>(request =>
    {
        request.ToTable("acceptance_requests");
        request.HasIndex(row => row.CommitmentId);
        request.HasOne<Commitment>().WithMany().HasForeignKey(row => row.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        request.Property(row => row.About).HasMaxLength(Commitment.MaxNameLength);
        request.Property(row => row.Content).HasMaxLength(AcceptanceRequest.MaxContentLength);
        request.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
        request.Property(row => row.PersonName).HasMaxLength(AcceptanceRequest.MaxNameLength);
        request.Property(row => row.Remark).HasMaxLength(AcceptanceRequest.MaxRemarkLength);
        request.Ignore(row => row.Ref);
    });
}
