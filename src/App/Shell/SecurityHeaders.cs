namespace Pupitre.App.Shell;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, in no frame, keep the address to yourself, and
/// come back through TLS when you came through it.</summary>
internal static class SecurityHeaders
{
    // Drawings are SVG attributes and classes, never style attributes: so no inline style either. Tabler's arrows are data: images.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void Use(IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps && !IsOwnMachine(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    });

    // A browser would ask every program of its own machine through TLS for a year.
    private static bool IsOwnMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
