using Microsoft.AspNetCore.Http;

namespace Pupitre.Platform.Forms;

/// <summary>
/// An upload that a script sends, so that it can show how far the bytes are, is told where it leads instead of being led there: the browser
/// would follow the redirect within the request and drop the fragment, and the page would be made twice.
/// </summary>
internal sealed class UploadByScript(RequestDelegate next)
{
    /// <summary>Header by which the script (<c>web/islands/upload.ts</c>) says so.</summary>
    private const string HeaderName = "X-Pupitre-Upload";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey(HeaderName))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther)
                {
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                }

                return Task.CompletedTask;
            });
        }

        await next(context);
    }
}
