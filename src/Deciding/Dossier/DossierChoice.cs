using Microsoft.AspNetCore.Http;
using Pupitre.Platform;
using Pupitre.Processes;

namespace Pupitre.Deciding.Dossier;

/// <summary>What somebody wants in a process file.</summary>
/// <param name="Domain">One domain; null for all.</param>
/// <param name="Processes">Only these; none for all of the domain.</param>
/// <param name="WithNames">Whether people are named; else each stands as their function.</param>
public sealed record DossierChoice(Domain? Domain, IReadOnlyList<Guid> Processes, bool WithNames)
{
    /// <summary>Names of the fields of an address.</summary>
    public const string ProcessField = "process";
    public const string DomainField = "domain";
    public const string RolesOnlyField = "roles";

    /// <exception cref="NotFound">The address names something that no process can be.</exception>
    public static DossierChoice Of(IQueryCollection query)
    {
        var ids = query[ProcessField].Select(text => Guid.TryParse(text, out var id) ? id : throw new NotFound()).Distinct().ToList();
        var domain = query[DomainField].ToString();
        return new DossierChoice(
            domain.Length == 0 ? null : Enum.TryParse<Domain>(domain, out var one) && Enum.IsDefined(one) ? one : throw new NotFound(),
            ids,
            WithNames: query[RolesOnlyField].ToString() != "1");
    }

    /// <summary>The same choice as the end of an address.</summary>
    public string Query()
    {
        var parts = Processes.Select(id => ProcessField + "=" + id).ToList();
        if (Domain is { } domain)
        {
            parts.Add(DomainField + "=" + domain);
        }

        if (!WithNames)
        {
            parts.Add(RolesOnlyField + "=1");
        }

        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
