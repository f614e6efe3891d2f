using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pupitre.Platform.Forms;

/// <summary>
/// The one gate of everything that is posted, whatever it claims to be: without the token of a page of this program nothing behind it
/// runs. What passes has a form that could be read, and whose texts are free of what no text holds.
/// </summary>
internal sealed class PostGate(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Changes(context.Request) || context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<ChecksOwnTokenAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var refused = await TokenAsync(context) ?? await FormAsync(context);
        if (refused is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method) && !HttpMethods.IsTrace(request.Method);

    // The framework checks routes that it knows to read a form. The gate asks no matter what a route reads.
    private async Task<int?> TokenAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } asked)
        {
            return asked.IsValid ? null : Problems.OfToken(context, asked.Error);
        }

        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return null;
        }
        catch (AntiforgeryValidationException problem)
        {
            return Problems.OfToken(context, problem);
        }
    }

    private static async Task<int?> FormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            // A page reads a form whatever came, and fails on what is none, such as a type that nobody can read. A route answers that itself.
            return context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null ? null : StatusCodes.Status415UnsupportedMediaType;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (PlainText.Needed(form))
            {
                context.Request.Form = PlainText.Of(form);
            }

            return null;
        }
        catch (BadHttpRequestException problem)
        {
            return problem.StatusCode;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
