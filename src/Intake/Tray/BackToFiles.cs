using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Tray;

/// <summary>After something was done with a file one is back where one was: on its page, or in the list with its filters as they were.</summary>
internal static class BackToFiles
{
    /// <param name="file">The file that it was done with, whose page may be where one was.</param>
    /// <param name="said">What was done, for the address.</param>
    public static string Path(HttpRequest request, Tenant tenant, Guid? file, params (string Key, string Value)[] said)
    {
        var from = Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) ? referer : null;
        var list = tenant.Path("evidence");
        if (file is { } id && from?.AbsolutePath == tenant.Path("evidence", "files", id))
        {
            return QueryHelpers.AddQueryString(from.AbsolutePath, said.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        }

        // Only what says which files are listed, and nothing that somebody else may have written behind it.
        var kept = from?.AbsolutePath == list ? QueryHelpers.ParseQuery(from.Query).Where(pair => FileFilter.Keys.Contains(pair.Key, StringComparer.Ordinal)) : [];
        return QueryHelpers.AddQueryString(list, said.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)).Concat(kept.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))));
    }
}
