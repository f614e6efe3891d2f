using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Intake.Tray;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake;

/// <summary>What is done with a file once it is here: accepted, placed, moved, withdrawn, put aside.</summary>
internal static class PlacingRoutes
{
    private const string Yes = "yes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/evidence/proposals/acceptance", Permit.AddEvidence, AcceptAsync);
        routes.MapStateChange("/{company}/evidence/proposals/{id:guid}/refusal", Permit.AddEvidence, RefuseAsync);
        routes.MapStateChange("/{company}/evidence/files/{id:guid}/place", Permit.AddEvidence, PlaceAsync);
        routes.MapStateChange("/{company}/evidence/files/{id:guid}/dismissal", Permit.AddEvidence, DismissAsync);
        routes.MapStateChange("/{company}/evidence/files/{id:guid}/restoration", Permit.AddEvidence, RestoreAsync);
        routes.MapStateChange("/{company}/evidence/files/{id:guid}/identity", Permit.EditSourcing, ConfirmIdentityAsync);
        routes.MapStateChange("/{company}/evidence/placement-rules/{id:guid}/removal", Permit.AddEvidence, ForgetRuleAsync);
        routes.MapStateChange("/{company}/evidence/proofs/{id:guid}/withdrawal", Permit.CorrectEvidence, WithdrawAsync);
        routes.MapStateChange("/{company}/evidence/proofs/{id:guid}/move", Permit.CorrectEvidence, MoveAsync);
        routes.MapAnswer("/{company}/evidence/proofs/{id:guid}", ProofAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static async Task<IResult> AcceptAsync([FromForm] Guid? id, [FromForm] string? ids, [FromForm] string? confirmed, AnswerProposals answer, Tenant tenant, HttpRequest request, CancellationToken token)
    {
        List<Guid> asked = id is { } one ? [one] : [.. (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(AnswerProposals.MaxAtOnce).Select(text => Guid.TryParse(text, out var known) ? known : throw new NotFound())];
        if (asked.Count == 0)
        {
            throw new Refused(Texts.Proposal_NoneChosen);
        }

        var (count, file) = await answer.AcceptAsync(asked, IsConfirmed(confirmed), token);
        return Results.Redirect(BackToFiles.Path(request, tenant, file, ("placed", count.ToString(CultureInfo.InvariantCulture))));
    }

    private static async Task<IResult> RefuseAsync(Guid id, [FromForm] string? _, AnswerProposals answer, Tenant tenant, HttpRequest request, CancellationToken token) =>
        Results.Redirect(BackToFiles.Path(request, tenant, await answer.RefuseAsync(id, token)));

    private static async Task<IResult> PlaceAsync(
        Guid id, [FromForm] Guid commitment, [FromForm] string month, [FromForm] string? on, [FromForm] string? remember, [FromForm] string? confirmed, PlaceFile place, Tenant tenant, HttpRequest request, CancellationToken token)
    {
        var input = new PlaceInput(commitment, FirstOf(month), EvidenceRoutes.DayOf(on), PostedChoice.Is(remember, Yes, "remember", ""), IsConfirmed(confirmed));
        var placing = await place.RunAsync(id, input, token);
        return Results.Redirect(!placing.IsQuestioned
            ? BackToFiles.Path(request, tenant, id, ("placed", "1"))
            : QueryHelpers.AddQueryString(tenant.Path("evidence", "files", id), new Dictionary<string, string?>
            {
                ["ask"] = "place",
                ["commitment"] = commitment.ToString(),
                ["month"] = month,
                ["on"] = on,
            }));
    }

    private static async Task<IResult> DismissAsync(Guid id, [FromForm] string? _, PlaceFile place, Tenant tenant, HttpRequest request, CancellationToken token)
    {
        await place.DismissAsync(id, token);
        return Results.Redirect(BackToFiles.Path(request, tenant, id));
    }

    private static async Task<IResult> RestoreAsync(Guid id, [FromForm] string? _, PlaceFile place, Tenant tenant, CancellationToken token)
    {
        await place.RestoreAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "files", id));
    }

    private static async Task<IResult> ConfirmIdentityAsync(Guid id, [FromForm] string? _, ConfirmIdentity confirm, Tenant tenant, CancellationToken token)
    {
        await confirm.RunAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "files", id));
    }

    private static async Task<IResult> ForgetRuleAsync(Guid id, [FromForm] string? _, ForgetPlacement forget, Tenant tenant, CancellationToken token)
    {
        await forget.RunAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "settings"));
    }

    private static async Task<IResult> WithdrawAsync(Guid id, [FromForm] string? back, WithdrawProof withdraw, Tenant tenant, CancellationToken token)
    {
        var leadsToFile = PostedChoice.Is(back, "file", "back");
        var proof = await withdraw.RunAsync(id, token);
        return Results.Redirect(leadsToFile && proof.FileId is { } file
            ? tenant.Path("evidence", "files", file) + "?withdrawn=1"
            : tenant.Path("due-dates", proof.CommitmentId, proof.OccurrenceKey));
    }

    private static async Task<IResult> MoveAsync(Guid id, [FromForm] Guid commitment, [FromForm] string month, [FromForm] string? confirmed, WithdrawProof withdraw, Tenant tenant, CancellationToken token)
    {
        var (proof, _, isMoved) = await withdraw.MoveAsync(id, new MoveInput(commitment, FirstOf(month), IsConfirmed(confirmed)), token);
        var path = tenant.Path("due-dates", proof.CommitmentId, proof.OccurrenceKey);
        return Results.Redirect(isMoved ? path : path + $"?ask={id}&commitment={commitment}&month={Uri.EscapeDataString(month)}");
    }

    private static async Task<IResult> ProofAsync(Guid id, Db db, Tenant tenant, CancellationToken token)
    {
        var proof = await db.Set<OccurrenceProof>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return Results.Redirect(tenant.Path("due-dates", proof.CommitmentId, proof.OccurrenceKey));
    }

    private static bool IsConfirmed(string? confirmed) => PostedChoice.Is(confirmed, Yes, "confirmed");

    private static DateOnly FirstOf(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var first) ? first : throw new Refused(Texts.Drop_BadMonth, "month");
}
