namespace Pupitre.App.Shell;

/// <summary>
/// Leads to the program's own pages by their path alone. An absolute address would repeat what the program believes its scheme and name to
/// be, and a proxy that does not tell would send a browser from https to http.
/// </summary>
internal static class OwnAddress
{
    public static void Use(IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.Location is [{ } location] && Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
                && address.Authority.Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.Location = address.PathAndQuery + address.Fragment;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
