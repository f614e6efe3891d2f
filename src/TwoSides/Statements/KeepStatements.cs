using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// What happens to months by itself, each morning: those whose days are over are closed, those whose day has come are laid before both
/// sides, and those that late evidence changed get a correction. Done twice it does no more than done once.
/// </summary>
internal sealed class KeepStatements(CloseMonth close, OpenMonths open, CorrectMonths correct, Tenant tenant, IClock clock)
{
    public const string JobName = "month-statements";

    public async Task RunAsync(CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        await close.AllDueAsync(now, now.InZone(tenant.Zone).Date.ToDateOnly(), token);
        await open.RunAsync(token);
        await correct.RunAsync(now, token);
    }
}
