using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Extension;

/// <summary>
/// A capability of the product, whole: its services, its tables, its routes and what it adds to the menu. The program lists its
/// modules in one place; a module never looks for another one.
/// </summary>
public abstract class Module
{
    /// <summary>Registers the module's operations and contributions.</summary>
    public abstract void Register(IServiceCollection services);

    /// <summary>Adds the module's tables to the one model.</summary>
    public virtual void ConfigureModel(ModelBuilder model)
    {
    }

    /// <summary>Says which rows belong to a provider, for people who are limited to one: what nobody declares, they do not see.</summary>
    public virtual void DeclareScope(Data.ScopeRules scope, Data.Db db)
    {
    }

    /// <summary>Maps the routes that are not pages (downloads, uploads, fragments).</summary>
    public virtual void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Entries of the side navigation, in any order: <see cref="MenuItem.Order"/> sorts them over all modules.</summary>
    public virtual IEnumerable<MenuItem> Menu => [];

    /// <summary>
    /// The module's texts, in which the history finds its words: <c>Verb_ContractRenewed</c> for a verb, <c>Kind_contract</c> for the
    /// kind of a subject (hyphens as underscores), <c>Said_ContractRenewed</c> for a sentence with details in braces, <c>Detail_Count</c>
    /// for the label of a detail, <c>Value_Receipt</c> for a word that the program wrote into one.
    /// </summary>
    public virtual ResourceManager? Wording => null;

    /// <summary>Path below the company's address where a subject of the history is shown; null when this module does not show it.</summary>
    public virtual string? PathOf(SubjectRef subject) => null;

    /// <summary>As <see cref="PathOf(SubjectRef)"/>, for a line whose details name where it leads; null when they do not.</summary>
    public virtual string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) => null;

    /// <summary>A detail of the history in words, when only this module can read it (the period of a due date); null otherwise.</summary>
    public virtual string? ValueOf(string key, string text) => null;

    /// <summary>
    /// Columns of tables that only grow in which a person is named: they may become empty, when the person is erased, and nothing else of the row
    /// changes with it.
    /// </summary>
    public virtual IEnumerable<(string Table, string Column)> ErasableColumns => [];

    /// <summary>Tables that only grow: the database itself refuses to update or delete their rows.</summary>
    public virtual IEnumerable<string> AppendOnlyTables => [];
}
