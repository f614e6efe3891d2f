using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>What the weights of the diagnosis are sent to.</summary>
internal static class DiagnosisRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/processes/weights", Permit.EditProcesses, SaveAsync);
        routes.MapStateChange("/{company}/processes/weights/reset", Permit.EditProcesses, ResetAsync);
    }

    private static async Task<IResult> ResetAsync(SetWeights set, Tenant tenant, CancellationToken token)
    {
        await set.RunAsync(null, token);
        return Results.LocalRedirect(tenant.Path("processes", "weights"));
    }

    private static async Task<IResult> SaveAsync([FromForm] IFormCollection form, SetWeights set, Tenant tenant, CancellationToken token)
    {
        await set.RunAsync(WeightsForm.Read(name => form[name], CriterionValues.None), token);
        return Results.LocalRedirect(tenant.Path("processes", "weights"));
    }
}

/// <summary>Weights as an address or a form gives them: a number under the name of each criterion.</summary>
internal static class WeightsForm
{
    // What is there and is no number is no weight, and refused as such.
    private const int NoWeight = -1;

    /// <param name="valueOf">What was sent under a name; null for nothing.</param>
    /// <param name="otherwise">What stands where nothing was sent.</param>
    public static CriterionValues Read(Func<string, string?> valueOf, CriterionValues otherwise) =>
        CriterionValues.Of(Leanings.Criteria.ToDictionary(criterion => criterion, criterion => valueOf(criterion.ToString()) is not { } text
            ? otherwise[criterion]
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) ? weight : NoWeight));
}
