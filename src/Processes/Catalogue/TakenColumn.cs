using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ui;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Catalogue;

/// <summary>Marks in the inventory what was taken from the catalogue as it stands.</summary>
internal sealed class TakenColumn(Db db) : IListColumn
{
    public string Of => Process.Kind;

    public int Order => 30;

    public string Head => Texts.Catalogue_Column;

    public bool IsRemark => true;

    public IReadOnlyList<string> Kinds => [Process.Kind];

    public async Task<IReadOnlyDictionary<Guid, RenderFragment>> ReadAsync(IReadOnlyCollection<Guid> shown, CancellationToken token)
    {
        var marked = await db.Set<TakenProcess>().Where(row => row.Difference == null && shown.Contains(row.ProcessId)).Select(row => row.ProcessId).ToListAsync(token);
        return marked.ToDictionary(id => id, _ => (RenderFragment)(builder =>
        {
            builder.OpenComponent<Note>(0);
            builder.AddComponentParameter(1, nameof(Note.Text), Texts.Catalogue_AsItStandsShort);
            builder.CloseComponent();
        }));
    }
}
