using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Pupitre.Flows.Map;

/// <summary>How much of a flow is drawn, and what its lines say; in the address, beside the filter.</summary>
/// <param name="ShowsTime">Lines say how long a passage takes instead of how often it is taken.</param>
/// <param name="Steps">Hundredths of the steps that are drawn, the most frequent ones; null leaves it to the page.</param>
/// <param name="Passages">The same of the passages between them.</param>
internal sealed record FlowDetail(bool ShowsTime, int? Steps, int? Passages)
{
    public const string MeasureName = "measure";
    public const string TimeValue = "time";
    public const string StepsName = "detail";
    public const string PassagesName = "passages";

    public static FlowDetail Of(HttpContext context) => new(context.Request.Query[MeasureName] == TimeValue, Percent(context, StepsName), Percent(context, PassagesName));

    private static int? Percent(HttpContext context, string name) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? Math.Clamp(percent, 0, 100) : null;
}
