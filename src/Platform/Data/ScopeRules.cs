using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>
/// How rows belong to what a membership may be limited to: the second filter, beside the company's. Whoever sees the whole company is asked
/// nothing; whoever is limited sees the rows that a module has declared, and of everything else none.
/// </summary>
public sealed class ScopeRules(Db db)
{
    private readonly Dictionary<Type, LambdaExpression> _rules = [];

    /// <summary>Kinds of rows of which a limited person sees some.</summary>
    public IReadOnlyCollection<Type> Declared => _rules.Keys;

    /// <summary>Says which rows of a kind belong to the scope, <see cref="Db.ScopeId"/>. Rows of another kind in it are filtered by their own rule.</summary>
    public ScopeRules Belong<T>(Expression<Func<T, bool>> isIn)
        where T : class, ICompanyOwned
    {
        _rules.Add(typeof(T), isIn);
        return this;
    }

    // The database is told nothing of the scope where there is none: a key that is null leaves the condition out.
    internal void Apply<T>(ModelBuilder builder)
        where T : class, ICompanyOwned
    {
        Expression<Func<T, bool>> whole = row => db.ScopeId == null;
        var filter = _rules.TryGetValue(typeof(T), out var rule)
            ? Expression.Lambda<Func<T, bool>>(Expression.OrElse(whole.Body, rule.Body), ((LambdaExpression)rule).Parameters)
            : whole;
        builder.Entity<T>().HasQueryFilter(Conventions.ScopeFilter, filter);
    }
}
