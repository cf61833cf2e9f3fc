package io.retrace.embedded.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Draws a photo that never was: a person, a place or a table in warm colours. The same seed gives the same picture. */
final class DemoPhoto {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 600;
    private static final int[][] PALETTES = {
        {0xc98f6b, 0x5d7f8c, 0xf1d7b8}, {0x88a27c, 0x36434e, 0xe8caa5}, {0xd6a24f, 0x7a4a3a, 0xf6dfc3},
        {0x6d86a8, 0x2d3347, 0xe9c9b0}, {0xb46e73, 0x3f3a52, 0xf0cdb2}, {0x7e9f9a, 0x5a4636, 0xe6c19c},
        {0xcaa37c, 0x38524d, 0xf3d9bf}, {0x9389ad, 0x343048, 0xecc9ac}, {0xe0b7a0, 0x4b5f6e, 0xc58c66},
        {0xa9c0c9, 0x50566b, 0x8d5a3c}, {0xd9c58b, 0x5e6b4a, 0xa8714d}, {0xc7a6b5, 0x4d3b4a, 0xf4e0cd},
    };

    private final SplittableRandom random;
    private final Color light;
    private final Color dark;
    private final Color skin;

    private DemoPhoto(long seed) {
        random = new SplittableRandom(seed);
        var palette = PALETTES[random.nextInt(PALETTES.length)];
        light = new Color(palette[0]);
        dark = new Color(palette[1]);
        skin = new Color(palette[2]);
    }

    /** A JPEG of 480 × 600 pixels. */
    static byte[] jpeg(long seed) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new DemoPhoto(seed).draw(graphics);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(Graphics2D graphics) {
        graphics.setPaint(new GradientPaint(0, 0, light, WIDTH * 0.6f, HEIGHT, dark));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        sun(graphics);
        hills(graphics, 0.62, 70);
        hills(graphics, 0.74, 130);
        switch (random.nextInt(4)) {
            case 0 -> people(graphics, 2);
            case 1 -> trees(graphics);
            default -> people(graphics, 1);
        }
    }

    private void sun(Graphics2D graphics) {
        double size = 90 + random.nextInt(60);
        graphics.setColor(alpha(skin, 90));
        graphics.fill(new Ellipse2D.Double(random.nextInt(WIDTH - 120), 40 + random.nextInt(120), size, size));
    }

    private void hills(Graphics2D graphics, double height, int opacity) {
        double top = HEIGHT * height;
        double swing = 30 + random.nextInt(60);
        var hill = new Path2D.Double();
        hill.moveTo(0, top);
        hill.curveTo(WIDTH * 0.25, top - swing, WIDTH * 0.4, top + swing, WIDTH * 0.55, top);
        hill.curveTo(WIDTH * 0.7, top - swing, WIDTH * 0.85, top + swing / 2, WIDTH, top - swing / 3);
        hill.lineTo(WIDTH, HEIGHT);
        hill.lineTo(0, HEIGHT);
        hill.closePath();
        graphics.setColor(alpha(dark, opacity));
        graphics.fill(hill);
    }

    private void people(Graphics2D graphics, int count) {
        for (int i = 0; i < count; i++) {
            double centre = WIDTH * (count == 1 ? 0.5 : 0.33 + 0.34 * i) + random.nextInt(30) - 15;
            person(graphics, centre, count == 1 ? 1.0 : 0.78);
        }
    }

    private void person(Graphics2D graphics, double centre, double scale) {
        var hair = random.nextBoolean() ? dark.darker() : new Color(0x4a3226);
        double neck = HEIGHT - 190 * scale;
        double head = 150 * scale;
        graphics.setColor(hair);
        double length = random.nextBoolean() ? head * 1.5 : head * 0.75;
        graphics.fill(new Ellipse2D.Double(
                centre - head * 0.58, neck - head * 1.28, head * 1.16, Math.max(length, head * 0.9)));
        graphics.setColor(random.nextBoolean() ? dark : light.darker());
        graphics.fill(new Ellipse2D.Double(centre - head * 0.95, neck - 12 * scale, head * 1.9, head * 2.4));
        graphics.setColor(skin.darker());
        graphics.fill(new Ellipse2D.Double(centre - head * 0.2, neck - head * 0.35, head * 0.4, head * 0.55));
        graphics.setColor(skin);
        graphics.fill(new Ellipse2D.Double(centre - head * 0.42, neck - head * 1.15, head * 0.84, head * 1.05));
        graphics.setColor(hair);
        var fringe = new Path2D.Double();
        fringe.moveTo(centre - head * 0.46, neck - head * 0.72);
        fringe.curveTo(
                centre - head * 0.42,
                neck - head * 1.35,
                centre + head * 0.42,
                neck - head * 1.35,
                centre + head * 0.46,
                neck - head * 0.72);
        fringe.curveTo(
                centre + head * 0.3,
                neck - head * 1.02,
                centre - head * 0.1,
                neck - head * 1.0,
                centre - head * 0.46,
                neck - head * 0.72);
        graphics.fill(fringe);
    }

    private void trees(Graphics2D graphics) {
        for (int i = 0, trees = 4 + random.nextInt(4); i < trees; i++) {
            double x = random.nextInt(WIDTH);
            double base = HEIGHT * 0.74 + random.nextInt(90);
            double height = 120 + random.nextInt(140);
            var tree = new Path2D.Double();
            tree.moveTo(x, base - height);
            tree.curveTo(x + height * 0.3, base - height * 0.5, x + height * 0.25, base, x, base);
            tree.curveTo(x - height * 0.25, base, x - height * 0.3, base - height * 0.5, x, base - height);
            graphics.setColor(alpha(i % 2 == 0 ? dark : dark.darker(), 210));
            graphics.fill(tree);
        }
    }

    private static Color alpha(Color colour, int opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }
}
