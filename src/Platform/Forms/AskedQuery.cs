using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Pupitre.Platform.Forms;

/// <summary>
/// The one reader of what an address asks after its question mark. An address is typed, cut and sent on: what a page cannot read as what
/// it wants (a number, a day, a key) is left out before the page sees it, as if it had not been asked, and nothing of it reaches the log.
/// </summary>
internal sealed class AskedQuery(RequestDelegate next)
{
    /// <summary>Beyond any list; small enough that no database is asked to skip more rows than it can count.</summary>
    public const int MaxPage = 1_000_000;

    private const string PageName = "page";
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, Type>> _wanted = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Query.Count > 0)
        {
            Read(context);
        }

        return next(context);
    }

    /// <summary>What the page wants that is not text, by the name in the address.</summary>
    internal static FrozenDictionary<string, Type> WantedBy(Type page) => _wanted.GetOrAdd(page, static type => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(property => (Property: property, Query: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
        .Where(found => found.Query is not null && found.Property.PropertyType != typeof(string) && found.Property.PropertyType != typeof(string[]))
        .ToFrozenDictionary(found => found.Query!.Name ?? found.Property.Name, found => Nullable.GetUnderlyingType(found.Property.PropertyType) ?? found.Property.PropertyType, StringComparer.OrdinalIgnoreCase));

    private static void Read(HttpContext context)
    {
        var wanted = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page ? WantedBy(page.Type) : FrozenDictionary<string, Type>.Empty;
        var read = new List<KeyValuePair<string, StringValues>>(context.Request.Query.Count);
        var isChanged = false;
        foreach (var (name, values) in context.Request.Query)
        {
            var kept = PlainText.IsForeign(name) ? StringValues.Empty : wanted.TryGetValue(name, out var type) ? Typed(name, type, values) : PlainText.Of(values);
            isChanged |= !StringValues.Equals(kept, values);
            if (kept.Count > 0)
            {
                read.Add(new(name, kept));
            }
        }

        if (isChanged)
        {
            context.Request.QueryString = QueryString.Create(read);
        }
    }

    private static StringValues Typed(string name, Type type, StringValues values)
    {
        var text = values.Count > 0 ? values[0] : null;
        if (type == typeof(int) && string.Equals(name, PageName, StringComparison.OrdinalIgnoreCase))
        {
            return PageOf(text) is var page and > 1 ? page.ToString(CultureInfo.InvariantCulture) : StringValues.Empty;
        }

        return IsReadable(type, text) ? text : StringValues.Empty;
    }

    /// <summary>The page that an address asks for, from 1 to <see cref="MaxPage"/>; the first when it asks for none that can be read.</summary>
    private static int PageOf(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page) ? (int)Math.Clamp(page, 1, MaxPage) : 1;

    private static bool IsReadable(Type type, string? text) => type switch
    {
        _ when type == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        _ when type == typeof(long) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        _ when type == typeof(Guid) => Guid.TryParse(text, out _),
        _ when type == typeof(bool) => bool.TryParse(text, out _),
        _ when type == typeof(DateOnly) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) && day.Year is >= FirstYear and <= LastYear,
        _ => throw new InvalidOperationException($"A page asks its address for a {type.Name}, which {nameof(AskedQuery)} cannot read."),
    };
}
