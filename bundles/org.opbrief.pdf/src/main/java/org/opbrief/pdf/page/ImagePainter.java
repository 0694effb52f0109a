package org.opbrief.pdf.page;

import java.awt.geom.AffineTransform;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.util.ImageUtil;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.structure.StructureElement;

/** Places images in their elements: clipped, filling them, or in their own proportions. */
final class ImagePainter {
    private final Canvas canvas;
    private final Pictures pictures;

    ImagePainter(Canvas canvas, Pictures pictures) {
        this.canvas = canvas;
        this.pictures = pictures;
    }

    /** @param figure the structure element of the image, or null if it is an artifact */
    void paint(JRPrintImage image, int offsetX, int offsetY, StructureElement figure) throws PdfException {
        JRLineBox box = image.getLineBox();
        double availableWidth = image.getWidth() - box.getLeftPadding() - box.getRightPadding();
        double availableHeight = image.getHeight() - box.getTopPadding() - box.getBottomPadding();
        if (image.getRenderer() == null || availableWidth <= 0 || availableHeight <= 0) {
            return;
        }
        // from here on as if the image were not rotated
        RotationEnum rotation = image.getRotation();
        boolean lying = rotation == RotationEnum.LEFT || rotation == RotationEnum.RIGHT;
        double width = lying ? availableHeight : availableWidth;
        double height = lying ? availableWidth : availableHeight;
        Pictures.Picture picture = pictures.get(image.getRenderer(), width, height);
        double scaleX;
        double scaleY;
        if (image.getScaleImage() == ScaleImageEnum.FILL_FRAME) {
            scaleX = width / picture.width();
            scaleY = height / picture.height();
        } else if (image.getScaleImage() == ScaleImageEnum.CLIP) {
            scaleX = 1;
            scaleY = 1;
        } else {
            scaleX = Math.min(width / picture.width(), height / picture.height());
            scaleY = scaleX;
        }
        double drawnWidth = picture.width() * scaleX;
        double drawnHeight = picture.height() * scaleY;
        double left = offsetX + image.getX() + box.getLeftPadding();
        double top = offsetY + image.getY() + box.getTopPadding();

        AffineTransform transform = canvas.upwards();
        transform.translate(left, top);
        transform.concatenate(rotation(rotation, availableWidth, availableHeight));
        transform.translate(
                ImageUtil.getXAlignFactor(image) * (width - drawnWidth),
                ImageUtil.getYAlignFactor(image) * (height - drawnHeight) + drawnHeight);
        transform.scale(drawnWidth / picture.unitWidth(), -drawnHeight / picture.unitHeight());

        canvas.begin(figure);
        canvas.save();
        if (image.getScaleImage() == ScaleImageEnum.CLIP) {
            canvas.rectangle(left, top, availableWidth, availableHeight);
            canvas.operator("W n ");
        }
        canvas.transform(transform);
        canvas.content().name(picture.resource()).ascii(" Do ");
        canvas.restore();
        canvas.end();
    }

    /** From the unrotated rectangle to the upright one, both with their origin at the upper left. */
    private static AffineTransform rotation(RotationEnum rotation, double width, double height) {
        return switch (rotation) {
            case LEFT -> new AffineTransform(0, -1, 1, 0, 0, height);
            case RIGHT -> new AffineTransform(0, 1, -1, 0, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case NONE -> new AffineTransform();
        };
    }
}
