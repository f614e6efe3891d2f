using Microsoft.AspNetCore.Components;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Ui;

/// <summary>
/// What pages and their parts derive from: it is drawn once its data are there, and never half. Blazor draws a component a first
/// time while its data are still on the way; on a static page nobody sees that, and the page would have to guard every field.
/// Its parts would also begin to ask the one database context that the page is still using.
/// </summary>
public abstract class WholeComponent : ComponentBase
{
    private bool _isInitialized;

    [Inject]
    internal ReadingTurn Turn { get; set; } = null!;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        using (await Turn.TakeAsync())
        {
            if (!_isInitialized)
            {
                _isInitialized = true;
                OnInitialized();
                await OnInitializedAsync();
            }

            OnParametersSet();
            await OnParametersSetAsync();
        }

        StateHasChanged();
    }
}
