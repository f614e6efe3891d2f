namespace Pupitre.Product.Tests;

/// <summary>Waits for something to be so, and no longer: how long it takes decides nothing, unless it never comes.</summary>
internal static class Until
{
    /// <summary>What never comes is given up after.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <param name="isSo">Asked again and again.</param>
    /// <param name="otherwise">What is wrong when it never comes.</param>
    /// <param name="pause">Between two questions; shorter than usual for a moment that passes.</param>
    public static Task TrueAsync(Func<bool> isSo, string otherwise, TimeSpan? pause = null) => TrueAsync(() => Task.FromResult(isSo()), otherwise, pause);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string, TimeSpan?)"/>
    public static async Task TrueAsync(Func<Task<bool>> isSo, string otherwise, TimeSpan? pause = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new ShouldAssertException(otherwise);
            }

            await Task.Delay(pause ?? _pause);
        }
    }
}
