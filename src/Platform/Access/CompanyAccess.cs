using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access;

/// <summary>
/// Enters the company named by the address, for those who belong to it, and lets the request pass when the person holds the permit
/// that the page names. To everybody else the company does not exist: 404, not 403, so that addresses tell nothing.
/// </summary>
internal sealed class CompanyAccess(RequestDelegate next)
{
    /// <summary>Route parameter that every page and route of a company starts with.</summary>
    public const string RouteKey = "company";

    public async Task InvokeAsync(HttpContext context, Db db, Tenant tenant)
    {
        var required = context.GetEndpoint()?.Metadata.GetMetadata<RequiresPermitAttribute>();
        if (required is null)
        {
            await next(context);
            return;
        }

        if (context.User.Identity?.IsAuthenticated != true)
        {
            await context.ChallengeAsync();
            return;
        }

        await EnterAsync(context, db, tenant);
        if (!tenant.Allows(required.Permit))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
    }

    private static async Task EnterAsync(HttpContext context, Db db, Tenant tenant)
    {
        var slug = context.GetRouteValue(RouteKey) as string;
        var accountId = Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!, System.Globalization.CultureInfo.InvariantCulture);
        var membership = await db.Memberships.AsNoTracking()
            .Include(row => row.Company)
            .SingleOrDefaultAsync(row => row.AccountId == accountId && row.Company.Slug == slug, context.RequestAborted)
            ?? throw new NotFound();
        tenant.Enter(membership.Company, accountId, Roles.PermitsOf(membership.Role));
    }
}
