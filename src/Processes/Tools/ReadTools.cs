using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Tools;

/// <summary>A page of the tools.</summary>
public sealed record ToolList(IReadOnlyList<Tool> Lines, int Total, int Page);

/// <summary>The tools of the company, by name.</summary>
public sealed class ReadTools(Db db)
{
    public const int PageSize = 50;

    public async Task<ToolList> RunAsync(int asked, CancellationToken token)
    {
        var total = await db.Set<Tool>().CountAsync(token);
        var page = Math.Clamp(asked, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var lines = await db.Set<Tool>().AsNoTracking().OrderBy(row => row.FoldedName).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(token);
        return new ToolList(lines, total, page);
    }
}
