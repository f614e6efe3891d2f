using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Shell;

/// <summary>
/// The page that says what went wrong is asked for like any other page: what was posted, a file or a form without its token for instance, is nothing to it.
/// It is made in a scope of its own, and still stands in the company where it happened: with the menu that leads away from it.
/// </summary>
internal sealed class ProblemRequest(RequestDelegate next)
{
    private const string Entered = "pupitre.entered";

    public Task InvokeAsync(HttpContext context, Tenant tenant)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Head : HttpMethods.Get;
            (context.Request.Body, context.Request.ContentType) = (Stream.Null, null);
            context.Features.Set<IFormFeature>(null);
            context.Features.Set<IAntiforgeryValidationFeature>(null);
            context.SetEndpoint(null);
            if (context.Items[Entered] is Tenant entered && !tenant.IsEntered)
            {
                tenant.EnterLike(entered);
            }
        }

        return next(context);
    }
}
