using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Intake.Tray;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake;

/// <summary>What is done with several files at once, after their page has said what it will be.</summary>
internal static class ChoiceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/evidence/choice", Permit.AddEvidence, ActAsync);
        routes.MapStateChange("/{company}/evidence/choice/withdrawal", Permit.CorrectEvidence, WithdrawAsync);
    }

    private static Task<IResult> ActAsync(
        [FromForm] string? act, [FromForm] string? files, [FromForm] string? commitment, [FromForm] string? month, [FromForm] string? on, [FromForm] string? confirmed, ActOnFiles deed, Tenant tenant, CancellationToken token) =>
        Enum.TryParse<FileAct>(act, out var known) && known is FileAct.Place or FileAct.State or FileAct.Dismiss
            ? DoAsync(new ChoiceInput(known, IdsIn(files), Guid.TryParse(commitment, out var place) ? place : null, FileFilter.MonthOf(month), EvidenceRoutes.DayOf(on), PostedChoice.Is(confirmed, "yes", "confirmed", "")), deed, tenant, token)
            : throw new Refused(Texts.Choice_Unknown, "act");

    private static Task<IResult> WithdrawAsync([FromForm] string? files, ActOnFiles deed, Tenant tenant, CancellationToken token) =>
        DoAsync(new ChoiceInput(FileAct.Withdraw, IdsIn(files), null, null, null, IsConfirmed: false), deed, tenant, token);

    private static async Task<IResult> DoAsync(ChoiceInput input, ActOnFiles deed, Tenant tenant, CancellationToken token)
    {
        var count = await deed.RunAsync(input, token);
        return Results.Redirect(tenant.Path("evidence") + $"?done={input.Act}&count={count}&also={string.Join(',', input.Files.Take(FileFilter.MaxNamed))}");
    }

    private static IReadOnlyList<Guid> IdsIn(string? files) =>
        [.. (files ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(ReadChoice.MaxFiles).Where(text => Guid.TryParse(text, out _)).Select(Guid.Parse).Distinct()];
}
