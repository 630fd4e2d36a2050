using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Pictures where people would rather look than read.</summary>
internal static class PicturesFeature
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services.AddSingleton<PictureRenderer>();
}
