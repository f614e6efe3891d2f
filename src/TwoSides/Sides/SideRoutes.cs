using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.TwoSides.Contests;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Sides;

/// <summary>What a provider's people answer, signed in or by a link, and the papers of their disputes.</summary>
internal static class SideRoutes
{
    private const string Root = "/{company}/providers/{id:guid}/side";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange(Root + "/disputes/{dispute:guid}/agreement", Permit.SeeSide,
            (Guid id, Guid dispute, EnterSide enter, Tenant tenant, CancellationToken token) =>
            ActAsync(enter, tenant, id, dispute, (door, who) => door.Get<AgreeToDispute>().RunAsync(dispute, who, token), token));
        routes.MapStateChange(Root + "/disputes/{dispute:guid}/refusal", Permit.SeeSide,
            (Guid id, Guid dispute, [FromForm] string? reason, EnterSide enter, Tenant tenant, CancellationToken token) =>
            ActAsync(enter, tenant, id, dispute, (door, who) => door.Get<RefuseDispute>().RunAsync(dispute, reason, who, token), token));
        routes.MapStateChange(Root + "/disputes/{dispute:guid}/withdrawal", Permit.SeeSide,
            (Guid id, Guid dispute, EnterSide enter, Tenant tenant, CancellationToken token) =>
            ActAsync(enter, tenant, id, dispute, (door, who) => door.Get<WithdrawDispute>().RunAsync(dispute, who, token), token));
        routes.MapAnswer(Root + "/disputes/{dispute:guid}/files/{file:guid}", DownloadAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.SeeSide));
        routes.MapAnswer(Root + "/statements/{statement:guid}/statement.{format}", StatementAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.SeeSide));
        routes.MapAnswer("/disagreement/statement.{format}", StatementByLinkAsync);
        routes.MapStateChange("/{company}/providers/{id:guid}/side-link/withdrawal", Permit.EditSourcing, RevokeAsync);
        routes.MapStateChange(Root + "/declaration", Permit.SeeSide, DeclareAsync);
        routes.MapStateChange("/disagreement/declaration", DeclareByLinkAsync);
        routes.MapStateChange(Root + "/credits/{claim:guid}/agreement", Permit.SeeSide, AgreeToCreditAsync);
        routes.MapStateChange("/disagreement/credit", AgreeToCreditByLinkAsync);
        routes.MapStateChange("/disagreement/{act}", AnswerAsync);
    }

    // The provider and the dispute are looked for before anything else: what is a stranger's does not exist.
    private static async Task<IResult> ActAsync(
        EnterSide enter, Tenant tenant, Guid id, Guid dispute, Func<SideDoor, Disputant, Task> act, CancellationToken token)
    {
        await using var door = await enter.OfPageAsync(id, token);
        await door.Get<ReadSideDispute>().RunAsync(id, dispute, token);
        await act(door, door.Who ?? throw new Refused(Texts.Side_OnlyTheirs));
        return Results.LocalRedirect(tenant.Path("providers", id, "side", "disputes", dispute));
    }

    private static async Task<IResult> DownloadAsync(Guid id, Guid dispute, Guid file, EnterSide enter, CancellationToken token)
    {
        var door = await enter.OfPageAsync(id, token);
        await using (door)
        {
            await door.Get<ReadSideDispute>().RunAsync(id, dispute, token);
            var row = await door.Get<Db>().Set<DisputeFile>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.Id == file && row.DisputeId == dispute, token)
                ?? throw new NotFound();
            return Results.Stream(await door.Get<FileStore>().OpenAsync(row.Hash, token), "application/octet-stream", row.Name);
        }
    }

    private static async Task<IResult> StatementAsync(
        Guid id, Guid statement, string format, EnterSide enter, CancellationToken token)
    {
        await using var door = await enter.OfPageAsync(id, token);
        return await StatementOf(door, statement, format, token);
    }

    private static async Task<IResult> StatementByLinkAsync(
        string format, [FromQuery(Name = "token")] string? secret, [FromQuery] Guid statement, EnterSide enter, CancellationToken token)
    {
        var (_, door) = await enter.OfLinkAsync(secret, token);
        await using (door ?? throw new NotFound())
        {
            return await StatementOf(door, statement, format, token);
        }
    }

    private static async Task<IResult> StatementOf(SideDoor door, Guid statement, string format, CancellationToken token) =>
        await door.Get<Statements.StatementFiles>().AnswerAsync(
            await door.Get<ReadSideMonths>().OneAsync(door.Provider.Id, statement, token), format, token);

    private static async Task<IResult> DeclareAsync(
        Guid id, [FromForm] Guid commitment, [FromForm] string? key, [FromForm] string? on, EnterSide enter, Tenant tenant,
            CancellationToken token)
    {
        await using var door = await enter.OfPageAsync(id, token);
        var about = new Contested(commitment, key ?? "");
        await door.Get<DeclareDone>().RunAsync(id, about, DayOf(on), door.Who ?? throw new Refused(Texts.Side_OnlyTheirs), token);
        return Results.LocalRedirect(new PageSideLinks(tenant.Path("providers", id, "side")).Thing(about));
    }

    private static async Task<IResult> DeclareByLinkAsync(
        [FromForm(Name = "token")] string? secret, [FromForm] Guid commitment, [FromForm] string? key, [FromForm] string? on,
            EnterSide enter,
        CancellationToken token)
    {
        var (_, door) = await enter.OfLinkAsync(secret, token);
        if (door is null)
        {
            return Results.LocalRedirect("/disagreement?token=" + Uri.EscapeDataString(secret ?? ""));
        }

        await using (door)
        {
            var about = new Contested(commitment, key ?? "");
            await door.Get<DeclareDone>().RunAsync(door.Provider.Id, about, DayOf(on), door.Who!, token);
            return Results.LocalRedirect(new SecretSideLinks(secret!).Thing(about));
        }
    }

    private static async Task<IResult> AgreeToCreditAsync(Guid id, Guid claim, EnterSide enter, Tenant tenant, CancellationToken token)
    {
        await using var door = await enter.OfPageAsync(id, token);
        await door.Get<SettleCredit>().AgreeAsync(claim, id, door.Who?.Name, token);
        return Results.LocalRedirect(tenant.Path("providers", id, "side") + "#credits");
    }

    private static async Task<IResult> AgreeToCreditByLinkAsync(
        [FromForm(Name = "token")] string? secret, [FromForm] Guid claim, EnterSide enter, CancellationToken token)
    {
        var (_, door) = await enter.OfLinkAsync(secret, token);
        if (door is null)
        {
            return Results.LocalRedirect("/disagreement?token=" + Uri.EscapeDataString(secret ?? ""));
        }

        await using (door)
        {
            await door.Get<SettleCredit>().AgreeAsync(claim, door.Provider.Id, door.Who!.Name, token);
            return Results.LocalRedirect(new SecretSideLinks(secret!).Home);
        }
    }

    private static DateOnly? DayOf(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var day) ? day : null;

    private static async Task<IResult> RevokeAsync(Guid id, SendSideLink send, Tenant tenant, CancellationToken token)
    {
        await send.RevokeAsync(id, token);
        return Results.LocalRedirect(tenant.Path("providers", id, "side-link") + "?revoked=true");
    }

    /// <summary>An answer by a link: what it does not find any more is said on its page.</summary>
    private static async Task<IResult> AnswerAsync(
        string act, [FromForm(Name = "token")] string? secret, [FromForm] Guid dispute, [FromForm] string? reason, EnterSide enter,
            CancellationToken token)
    {
        var (_, door) = await enter.OfLinkAsync(secret, token);
        if (door is null)
        {
            return Results.LocalRedirect("/disagreement?token=" + Uri.EscapeDataString(secret ?? ""));
        }

        await using (door)
        {
            await door.Get<ReadSideDispute>().RunAsync(door.Provider.Id, dispute, token);
            await (act switch
            {
                "agreement" => door.Get<AgreeToDispute>().RunAsync(dispute, door.Who!, token),
                "refusal" => door.Get<RefuseDispute>().RunAsync(dispute, reason, door.Who!, token),
                "withdrawal" => door.Get<WithdrawDispute>().RunAsync(dispute, door.Who!, token),
                _ => throw new NotFound(),
            });
            return Results.LocalRedirect(new SecretSideLinks(secret!).Dispute(dispute));
        }
    }
}
