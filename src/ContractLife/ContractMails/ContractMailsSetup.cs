using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.ContractMails;

/// <summary>Registers who wants which mails about a contract, the table, and what the buttons post to.</summary>
internal static class ContractMailsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ChooseContractMails>().AddScoped<ChooseByLink>().AddScoped<IPersonalData, PersonalContractMails>();
    }

    public static void Configure(ModelBuilder model) => model.Entity<ContractMailRefusal>(refusal =>
    {
        refusal.ToTable("contract_mail_refusals");
        refusal.HasIndex(row => new { row.ContractId, row.Topic, row.Address }).IsUnique();
        refusal.Property(row => row.Address).HasMaxLength(ContractMailRefusal.MaxAddressLength);
        refusal.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
        refusal.Ignore(row => row.Ref);
    });

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/contracts/{id:guid}/mails", Permit.EditSourcing, ChooseAsync);
        routes.MapStateChange("/mail-choice/answer", AnswerAsync);
    }

    private static async Task<IResult> ChooseAsync(
        Guid id, [FromForm] string? topic, [FromForm] string? address, [FromForm] bool? wanted, ChooseContractMails choose, Tenant tenant,
        CancellationToken token)
    {
        await choose.CheckAsync(id, token);
        if (!Enum.TryParse<ContractMailTopic>(topic, out var known) || string.IsNullOrWhiteSpace(address)
            || address.Length > ContractMailRefusal.MaxAddressLength)
        {
            throw new Refused(Texts.ContractMail_Unclear);
        }

        await choose.RunAsync(id, known, address, wanted == true, token);
        return Results.LocalRedirect(tenant.Path("contracts", id, "mails"));
    }

    private static async Task<IResult> AnswerAsync(
        [FromForm(Name = "token")] string? secret, [FromForm] bool? wanted, ChooseByLink choose, CancellationToken token)
    {
        await choose.RunAsync(secret, wanted == true, token);
        return Results.LocalRedirect("/mail-choice?token=" + Uri.EscapeDataString(secret ?? ""));
    }
}
