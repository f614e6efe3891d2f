using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Pupitre.Platform.Data;

/// <summary>
/// A query that is taken apart once and not at each request. What the framework compiles belongs to one model, and a process may hold
/// those of two databases.
/// </summary>
/// <param name="compile">One of <c>EF.CompileAsyncQuery</c>.</param>
public sealed class CompiledQuery<T>(Func<T> compile)
    where T : class
{
    private readonly ConditionalWeakTable<IModel, T> _compiled = [];

    public T For(Db db) => _compiled.GetValue(db.Model, _ => compile());
}
