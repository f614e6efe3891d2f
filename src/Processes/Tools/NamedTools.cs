using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Tools;

/// <summary>Finds tools by the names that people typed; a name that no tool bears makes one, in the current unit of work.</summary>
public sealed class NamedTools
{
    private readonly Db _db;
    private readonly Dictionary<string, Tool> _known;

    private NamedTools(Db db, Dictionary<string, Tool> known) => (_db, _known) = (db, known);

    public static async Task<NamedTools> ReadAsync(Db db, CancellationToken token) =>
        new(db, await db.Set<Tool>().ToDictionaryAsync(tool => tool.FoldedName, StringComparer.Ordinal, token));

    /// <summary>Whether a tool bears the name already.</summary>
    public bool Knows(string name) => _known.ContainsKey(name.Trim().Folded());

    /// <exception cref="Refused">The company has as many tools as it may.</exception>
    public Guid? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        if (_known.TryGetValue(name.Trim().Folded(), out var known))
        {
            return known.Id;
        }

        if (_known.Count >= Tool.MaxTools)
        {
            throw new Refused(Texts.Tool_TooMany.With(Tool.MaxTools));
        }

        var tool = Tool.Create(Guid.Empty);
        tool.Describe(new ToolInput { Name = name });
        _db.Add(tool);
        _db.Record("ToolAdded", tool.Ref, new { tool.Name });
        _known.Add(tool.FoldedName, tool);
        return tool.Id;
    }
}
