using System.ComponentModel.DataAnnotations;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.Control;

/// <summary>How much is taken from one caller.</summary>
internal sealed class LimitControl(Limiter limiter)
{
    public Task ShowAsync(HttpContext http) => ControlJson.WriteAsync(http, 200, new { limiter.Limits, Lines = limiter.Counts() });

    public async Task SetAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<LimitOptions>(http) is not { } asked) return;
        List<ValidationResult> faults = [];
        if (!Validator.TryValidateObject(asked, new ValidationContext(asked), faults, validateAllProperties: true))
        {
            await ControlJson.RefuseAsync(http, 400, string.Join(" ", faults.Select(f => f.ErrorMessage)));
            return;
        }
        limiter.Limits = asked;
        await ControlJson.DoneAsync(http);
    }
}
