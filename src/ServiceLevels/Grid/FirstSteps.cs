using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Processes;
using Pupitre.Recognition.Contents;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>
/// What to do first, for a company whose grid is still empty: each step is ticked by what is there. They go when all are done, or when a
/// reader puts them away, which a cookie of that company's pages remembers.
/// </summary>
public sealed class FirstSteps(Db db, Tenant tenant)
{
    private const string Cookie = "pupitre-first-steps";
    private const string Away = "away";
    private const int MostNames = 3;
    private static readonly TimeSpan _kept = TimeSpan.FromDays(365);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange("/{company}/due-dates/first-steps/closure", Permit.AddEvidence, (HttpContext context, Tenant tenant) =>
    {
        context.Response.Cookies.Append(Cookie, Away, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = _kept, IsEssential = true, Secure = context.Request.IsHttps, Path = tenant.Path() });
        return Results.LocalRedirect(tenant.Path("due-dates"));
    });

    /// <summary>The steps to show: none for a sample, for whoever adds nothing, when put away, or when all is done.</summary>
    internal async Task<IReadOnlyList<Step>> ReadAsync(GridView view, HttpContext context)
    {
        if (view.IsEmpty || tenant.Company.IsSample || !tenant.Allows(Permit.AddEvidence) || context.Request.Cookies[Cookie] == Away)
        {
            return [];
        }

        var there = await db.Companies.Where(row => row.Id == tenant.CompanyId)
            .Select(_ => new { Files = db.Set<EvidenceFile>().Any(), Books = db.Set<EvidenceFile>().Any(row => row.Recognised == RecognisedKind.AccountingFile), Tables = db.Set<Import>().Any() }).SingleAsync(context.RequestAborted);
        IReadOnlyList<Step> steps =
        [
            new(Texts.Steps_Papers, Fills(view), tenant.Path("evidence"), there.Files),
            view.Rows.Any(row => row.Domain == Domain.Accounting)
                ? new(Texts.Steps_Books, Texts.Steps_BooksText, tenant.Path("deliverables"), there.Books)
                : new(Texts.Steps_Table, Texts.Steps_TableText, tenant.Path("evidence"), there.Tables),
            new(Texts.Steps_Terms, Texts.Steps_TermsText, tenant.Allows(Permit.EditSourcing) ? tenant.Path("contracts") + "?show=incomplete" : null, view.Notices.Incomplete == 0 || view.Notices.Next is not null),
        ];
        return steps.All(step => step.IsDone) ? [] : steps;
    }

    // What the papers of the first drop fill, by the names of the rows.
    private static string Fills(GridView view)
    {
        var names = view.Rows.Where(row => row.Cells.Any(cell => cell.Occurrence is not null)).Select(row => row.Commitment.Name).ToList();
        return names.Count == 0 ? Texts.Steps_PapersText : Texts.Steps_PapersFill.With(string.Join(", ", names.Take(MostNames)));
    }
}
