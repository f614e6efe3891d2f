using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Pupitre.App;
using Pupitre.Platform.Access;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>A page of the program: its component and one address pattern of it.</summary>
public sealed partial record Page(Type Component, string Template)
{
    private const string CompanyPart = "/{company}";

    public bool IsOfCompany => Template == CompanyPart || Template.StartsWith(CompanyPart + "/", StringComparison.Ordinal);

    public IReadOnlyList<Permit> Permits => [.. Component.GetCustomAttributes<RequiresPermitAttribute>().Select(required => required.Permit)];

    /// <summary>Parts of the address that are written, not filled in: of two patterns that match, the one with more of them is meant.</summary>
    public int WrittenParts => Template.Split('/').Count(part => !part.StartsWith('{'));

    public bool Matches(string path) => Regex.IsMatch(path, "^" + Parameter().Replace(Template, Pattern) + "/?$", RegexOptions.None, TimeSpan.FromSeconds(10));

    public override string ToString() => Template;

    private static string Pattern(Match parameter) => parameter.Groups["type"].Value switch
    {
        "guid" => "[0-9a-fA-F-]{36}",
        "int" or "long" => "[0-9]+",
        _ => parameter.Value.StartsWith("{*", StringComparison.Ordinal) ? ".+" : "[^/]+",
    };

    [GeneratedRegex(@"\{\*{0,2}[A-Za-z]+(:(?<type>[a-z]+))?[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}

/// <summary>Every page, found in the assemblies that the program is made of.</summary>
public static class Pages
{
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Modules.All.Select(module => module.GetType().Assembly).Append(typeof(Modules).Assembly).Append(typeof(RequiresPermitAttribute).Assembly).Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Select(route => new Page(type, route.Template)))
            .OrderBy(page => page.Template, StringComparer.Ordinal),
    ];

    public static IEnumerable<Page> OfCompany => All.Where(page => page.IsOfCompany);

    /// <summary>The page that answers an address, or null.</summary>
    public static Page? At(string path) => All.Where(page => page.Matches(path)).OrderByDescending(page => page.WrittenParts).FirstOrDefault();
}
