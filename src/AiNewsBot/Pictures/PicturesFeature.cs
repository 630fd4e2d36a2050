using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Pictures;

/// <summary>Pictures where people would rather look than read.</summary>
public static class PicturesFeature
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services.AddSingleton<Illustrator>();
}
